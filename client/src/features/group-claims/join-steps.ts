import type { JoinGroup } from '../../../../server/core/contract/group-claims.ts';
import { checkCitizenId } from '../../../../server/core/kit/identity-numbers.ts';
import { parseYuanText } from '../../../../server/core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../../../server/core/kit/plain-date.ts';

/** The questions of somebody who joins, one a page, in their order. */
export const JOIN_STEPS = ['name', 'citizen', 'months', 'money', 'consent', 'shown'] as const;
export type JoinStep = (typeof JOIN_STEPS)[number];

export interface JoinAnswers {
  name: string;
  citizenId: string;
  payMonths: PayMonth[];
  /** Yuan as typed. */
  owed: string;
  consents?: boolean;
  shown?: boolean;
}

const tidyId = (text: string): string => text.replace(/\s/gu, '').toUpperCase();
const owedFen = (typed: string) => parseYuanText(typed.replace(/\.$/u, ''));

type Fault = 'nameMissing' | 'citizenWrong' | 'monthsMissing' | 'moneyMissing';
type FaultOf = (answers: JoinAnswers, today: PlainDate) => Fault | null;
/** What is still wrong with an answer; the citizen number may be left out, and is right where it is given. */
const FAULTS: Partial<Record<JoinStep, FaultOf>> = {
  name: ({ name }) => (name.trim() === '' ? 'nameMissing' : null),
  citizen: ({ citizenId }, today) =>
    citizenId.trim() === '' || checkCitizenId(tidyId(citizenId), today).ok ? null : 'citizenWrong',
  months: ({ payMonths }) => (payMonths.length === 0 ? 'monthsMissing' : null),
  money: ({ owed }) => ((owedFen(owed) ?? 0) > 0 ? null : 'moneyMissing'),
};
export const joinFault = (step: JoinStep, answers: JoinAnswers, today: PlainDate): Fault | null =>
  FAULTS[step]?.(answers, today) ?? null;

/** What is sent; null while something is not answered. */
export function joinBody(token: string, answers: JoinAnswers): JoinGroup | null {
  const { name, citizenId, payMonths, owed, consents, shown } = answers;
  const sum = owedFen(owed);
  if (sum === null || consents === undefined || shown === undefined) return null;
  return {
    ...{ token, name: name.trim(), payMonths: [...payMonths], owedFen: sum },
    ...(citizenId.trim() === '' ? {} : { citizenId: tidyId(citizenId) }),
    ...{ consents, shownToRepresentative: shown },
  };
}
