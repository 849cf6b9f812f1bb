import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { Fen } from '../../core/kit/money.ts';
import { fen, sumFen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import { shortOf } from '../../core/pay/pay-tone.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

/**
 * What is kept on a sheet of its lines beside the counters, with every change of a line in the same transaction, so that
 * nobody has to walk half a million lines to know how a county is paid.
 */
export interface SheetKept {
  money: {
    /** What single people still lack; nobody's surplus is counted against it. */
    shortFen: Fen;
    /** Wages that went out in a pay file, credited or not. */
    sentFen: Fen;
    /** Credits of another amount than the line's. */
    otherAmounts: number;
    /** The day of the newest credit; of a sheet that is paid the day on which it was. */
    creditedOn?: PlainDate;
  };
  /** The newest answer, and the newest of those that contradict the sheet and still stand. */
  answeredOn?: PlainDate;
  deniedOn?: PlainDate;
  cardQuestions: { asked: number; yes: number; no: number };
}

type Line = Pick<PayrollLineRecord, 'netFen' | 'bank' | 'answer' | 'cardQuestion'>;
type Paid = Pick<Line, 'netFen' | 'bank'>;

const creditedOf = ({ bank }: Paid): Fen => fen(bank.state === 'credited' ? (bank.amountFen ?? 0) : 0);
const shortOfLine = (line: Paid): Fen => shortOf({ netFen: line.netFen, creditedFen: creditedOf(line) });
const isOther = ({ netFen, bank }: Paid): boolean => bank.state === 'credited' && bank.amountFen !== netFen;
const daySaid = ({ answer }: Line): PlainDate[] =>
  answer === undefined ? [] : [toShanghaiDay(answer.at.getTime())];
const latest = (days: readonly PlainDate[]): PlainDate | undefined => [...days].sort().at(-1);

/** The same counted anew from all lines: for a sheet that is new, and to compare with. */
export function keptOf(lines: readonly Line[]): SheetKept {
  const creditedOn = latest(lines.flatMap(({ bank }) => (bank.state === 'credited' ? (bank.on ?? []) : [])));
  const answered = latest(lines.flatMap(daySaid));
  const denied = latest(lines.filter(({ answer }) => answer?.kind !== 'right').flatMap(daySaid));
  const asked = lines.flatMap(({ cardQuestion }) => cardQuestion ?? []);
  return {
    money: {
      shortFen: sumFen(lines.map(shortOfLine)),
      sentFen: sumFen(lines.filter(({ bank }) => bank.state !== 'none').map(({ netFen }) => netFen)),
      otherAmounts: lines.filter(isOther).length,
      ...(creditedOn === undefined ? {} : { creditedOn }),
    },
    ...(answered === undefined ? {} : { answeredOn: answered }),
    ...(denied === undefined ? {} : { deniedOn: denied }),
    cardQuestions: {
      asked: asked.length,
      yes: asked.filter(({ inHand }) => inHand === true).length,
      no: asked.filter(({ inHand }) => inHand === false).length,
    },
  };
}

/** What changes on the sheet when its lines go from one state of the bank to another: added, and latest days. */
export function moneyChange(changes: readonly { before: Paid; after: Paid }[]): {
  inc: Record<string, number>;
  max: Record<string, PlainDate>;
} {
  let [shortFen, sentFen, otherAmounts] = [0, 0, 0];
  for (const { before, after } of changes) {
    shortFen += shortOfLine(after) - shortOfLine(before);
    otherAmounts += Number(isOther(after)) - Number(isOther(before));
    if (before.bank.state === 'none' && after.bank.state !== 'none') sentFen += after.netFen;
  }
  const credits = changes.flatMap(({ after: { bank } }) =>
    bank.state === 'credited' && bank.on !== undefined ? [bank.on] : [],
  );
  const creditedOn = latest(credits);
  return {
    inc: { 'money.shortFen': shortFen, 'money.sentFen': sentFen, 'money.otherAmounts': otherAmounts },
    max: creditedOn === undefined ? {} : { 'money.creditedOn': creditedOn },
  };
}

/** How often each rule was noticed: the notices themselves are kept up to a limit only. */
export function countNotices(notices: readonly SheetProblem[]): { rule: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { rule } of notices) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return [...counts].map(([rule, count]) => ({ rule, count }));
}
