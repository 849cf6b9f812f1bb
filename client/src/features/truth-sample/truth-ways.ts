import type { TruthAnswer } from '@core/contract/truth-sample.ts';
import type { IconName } from '@/ui/icon-shapes.ts';

/** The four answers, each with its icon; the words are in the locale files. */
export const TRUTH_WAYS: readonly { answer: TruthAnswer; icon: IconName }[] = [
  { answer: 'full', icon: 'check' },
  { answer: 'part', icon: 'down' },
  { answer: 'none', icon: 'close' },
  { answer: 'notMe', icon: 'person' },
];
