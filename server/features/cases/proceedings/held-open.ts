import { PROCEEDINGS } from '../../../core/proceedings/proceedings.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { CaseRecord } from '../case.record.ts';
import type { ProceedingRecord } from './proceeding.record.ts';

/** Proceedings that have to end before their case does. */
export const heldOpen = ({ proceedings = [] }: Pick<CaseRecord, 'proceedings'>): ProceedingRecord[] =>
  proceedings.filter(({ kind, state }) => PROCEEDINGS[kind].holds.includes(state));

/** Refuses to close the case while one of them runs, and says which. */
export function checkNothingHeld(record: Pick<CaseRecord, 'proceedings'>): void {
  const held = heldOpen(record);
  if (held.length === 0) return;
  const named = (language: 'zh' | 'en'): string =>
    held
      .map(({ kind, number, state }) => {
        const { name, states } = PROCEEDINGS[kind];
        return `${name[language]} ${number}（${states[state]?.[language] ?? ''}）`;
      })
      .join('、');
  throw new AppError('proceedingsOpen', { zh: named('zh'), en: named('en') });
}
