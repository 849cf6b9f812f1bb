import { inject, type InjectionKey } from 'vue';
import type { AttachmentList } from '@/offline/use-attachments.ts';
import type { Draft } from './draft.ts';

/** What every question works on: the one draft, its files, and the way on. */
export interface Filing {
  draft: Draft;
  files: AttachmentList;
  /** Is there a sentence about the answer on screen? Then the field is marked. */
  isFaulty: () => boolean;
  /** Saves and goes to the next question, as the button does. */
  goOn: () => Promise<void>;
}

export const FILING: InjectionKey<Filing> = Symbol('filing');

export function useFiling(): Filing {
  const filing = inject(FILING);
  if (!filing) throw new Error('A question stands inside the filing page');
  return filing;
}

/** As many files as one complaint may carry. */
export const MOST_FILES = 20;
