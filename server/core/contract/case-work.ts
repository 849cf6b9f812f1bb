import type { Fen } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';

/** `GET /api/cases/glance` (bureauHead, inspector, clerk, leader): what wants attention now; each number opens its list. */
export interface Glance {
  complaints: { overdue: number; dueToday: number; within3: number; open: number; pending: number };
  cases: { overdue: number; dueToday: number; within3: number; open: number; pending: number };
  /** Names of those for whom the reader stands in today: their work is on his own lists. */
  standsInFor: string[];
  /** For a head: open cases of which an inspector is no longer there. */
  nobodys?: number;
  /** Arrears of open cases and what of it has been seen. */
  owedFen: Fen;
  seenFen: Fen;
}

/**
 * `GET /api/cases/inspectors?officeCode`: whom a case of this office may be given to (read by who files or assigns);
 * answers a Page of these, all on one page.
 */
export interface InspectorChoice {
  id: string;
  name: string;
  areaCode: string;
  /** Open cases the person leads now, so that work is shared out fairly. */
  openCases: number;
  /** Away today, until this day. */
  awayUntil?: PlainDate;
}
