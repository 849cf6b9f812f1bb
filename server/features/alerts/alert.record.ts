import type mongoose from 'mongoose';
import type { AlertLevel, RecordRef, Words } from '../../core/alerts/rule.ts';
import type { AlertAnswer, AlertState, LadderStep } from '../../core/contract/alerts.ts';
import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';

/** One entry of an alert's history, as it is stored. */
export interface AlertHistory {
  action: string;
  from?: AlertState;
  to?: AlertState;
  at: Date;
  on: PlainDate;
  by: { kind: 'staff' | 'complainant' | 'system'; id?: string; name?: string };
  /** The actor's own words: in the history, never in the event. */
  reason?: string;
  facts?: Record<string, string | number | boolean>;
}

export type StoredAlertAnswer = Omit<AlertAnswer, 'at' | 'settled' | 'files'> & {
  fileIds: string[];
  at: Date;
  byId: string;
  settled?: { agreed: boolean; text: string; at: Date };
};

/** One thing one rule found on one project, from the night it was first seen to its end. */
export interface AlertRecord {
  _id: mongoose.Types.ObjectId;
  version: number;
  projectId: string;
  projectName: string;
  areaCode: string;
  /** The employer of the team it is about, where it is about one. */
  employerId?: string;
  rule: string;
  about: string;
  month?: PayMonth;
  teamId?: string;
  level: AlertLevel;
  /** Red before yellow, and what lasts longest first: the order of the queue. */
  urgency: string;
  state: AlertState;
  /**
   * The data still show it. Absent once they do not; a dismissed alert may stand, and as long as it does the same thing
   * is not raised again.
   */
  standing?: true;
  /** Neither cured nor dismissed: what the queue shows. */
  open?: true;
  since: PlainDate;
  raisedOn: PlainDate;
  /** When it was raised or last reached a step: what the morning's message is made of. */
  newsOn: PlainDate;
  /** Cured or dismissed. */
  endedOn?: PlainDate;
  /** The day of the look that no longer found it. */
  goneOn?: PlainDate;
  /** The project it stood on before that one was merged into this one. */
  cameFromId?: string;
  /** The day of the first look at this project that could tell of it; before, it stood on the other. */
  cameOn?: PlainDate;
  message: Words;
  cure: Words;
  values: Record<string, number | string>;
  records: RecordRef[];
  steps: { step: LadderStep; dueOn: PlainDate; reachedOn: PlainDate }[];
  /** The newest question, or the newest order to put it right. */
  asked?: {
    text: string;
    answerBy: PlainDate;
    askedOn: PlainDate;
    answeredOn?: PlainDate;
    ordered?: boolean;
  };
  answers: StoredAlertAnswer[];
  judgement?: { right: boolean; note?: string; at: Date; on: PlainDate };
  complaintId?: string;
  caseId?: string;
  inspectionId?: string;
  history: AlertHistory[];
}
