import type { Words } from '../alerts/rule.ts';
import type { FieldSpec, FieldValue } from '../lives/field.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { Fen } from '../kit/money.ts';
import type { SkippedDay, CountedMakeUpDay } from '../law/count-period.ts';
import type { PeriodId } from '../law/periods.ts';
import type { TimeLeft } from '../law/time-left.ts';

/** A clock as a screen shows it: the last day, what is left, and the days that were counted and passed over. */
export interface DeadlineView {
  period: PeriodId;
  /** Our own targets are never shown as law. */
  kind: 'statutory' | 'internal';
  nameZh: string;
  nameEn: string;
  startedOn: PlainDate;
  /** The last day in time as things stand, extension and standstill included. */
  dueOn: PlainDate;
  /** The last day before it was extended or stood still. */
  firstDueOn?: PlainDate;
  metOn?: PlainDate;
  /** A right of somebody else that ended unused: nobody is late, so there is no time left and none overdue. */
  lapsed?: true;
  /** It stands still since this day. */
  suspendedOn?: PlainDate;
  provisional: boolean;
  /** Absent once met or while it stands still. */
  timeLeft?: TimeLeft;
  /** Days counted from start to the last day, and those passed over, for the small calendar. */
  counted: number;
  skipped: SkippedDay[];
  madeUp: CountedMakeUpDay[];
  standstills: { from: PlainDate; until?: PlainDate }[];
  /** Printed only where the rule is certain. */
  citation?: { zh: string; en: string; links: string[] };
}

/** What a row of a queue shows of the clock. */
export interface NextDue {
  period: PeriodId;
  dueOn: PlainDate;
  timeLeft: TimeLeft;
}

/** One thing that happened to a record, newest last; the event chain holds the same without the words. */
export interface HistoryEntry {
  action: string;
  from?: string;
  to?: string;
  at: string;
  /** Day in Asia/Shanghai. */
  on: PlainDate;
  /** Who, as this reader may see it: a name, '投诉人', or the system. */
  by: { kind: 'staff' | 'complainant' | 'system'; name?: string };
  /** What the actor wrote, where the reader may see it. */
  reason?: string;
  cite?: { zh: string; en: string };
  /** Further facts of the action, e.g. { dueOn, closureCode, toAreaCode }. */
  facts?: Record<string, string | number | boolean>;
  fileIds?: string[];
  /** A step of a proceeding: of which, in words, and what was given with it. */
  proceeding?: { id: string; kind: Words } & StepWords;
  /** The same of a record that lives by a table of its own. */
  step?: StepWords;
}

/** A step in words, and what was given with it. */
export interface StepWords {
  says: Words;
  given: { field: FieldSpec; value: FieldValue }[];
}

/** What one person is owed for one month. */
export interface MonthOwed {
  payMonth: PayMonth;
  owedFen: Fen;
}
