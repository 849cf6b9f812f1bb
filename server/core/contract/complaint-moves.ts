import type { RefusalGround } from './complaints.ts';
import type { FileView } from './files.ts';

/** Moves: `POST /api/complaints/:id/<action in kebab case>` with If-Match, each with its body; answers ComplaintView. */
export interface RequestSupplement {
  question: string;
  /** How the complainant was told: required where he left a phone and no text message goes to it. */
  toldHow?: string;
}
export interface AcceptComplaint {
  note?: string;
}
export interface ProposeRefusal {
  ground: RefusalGround;
  reason: string;
  whereInstead: string;
}
/** returnRefusal, extendPetition, recallTransfer, returnTransfer, doubtWithdrawal. Answering and reopening come with the case. */
export interface WithReason {
  reason: string;
}
/** approveRefusal, takeOver. */
export interface WithNote {
  note?: string;
}
/** Exactly one of the two. */
export interface TransferComplaint {
  toAreaCode?: string;
  toDepartment?: string;
  reason: string;
}
export interface MergeComplaint {
  intoId: string;
  reason: string;
}
/** The guard: asked back on a second channel, whether anybody pressed the complainant. */
export interface ConfirmWithdrawal {
  confirmedBy: 'phone' | 'visit';
  pressed: false;
  note: string;
}

/**
 * `POST /api/complaints/:id/supplement` with If-Match (clerk, inspector): what the complainant brought to the counter or
 * said on the phone; AnswerSupplement. `/ask-withdrawal` likewise records a wish said at the counter; WithReason.
 */

/**
 * Messages between complainant and office: `GET /api/complaints/:id/messages` answers a Page of MessageView, newest last,
 * all on one page; `POST` (idempotent, 201) answers the MessageView.
 */
export interface MessageView {
  id: string;
  from: 'complainant' | 'office';
  /** Staff name, for the office; the complainant reads "工作人员". */
  byName?: string;
  /** Told by itself when something was decided; nobody wrote it. */
  isNotice?: true;
  text: string;
  files: FileView[];
  at: string;
}
export interface WriteMessage {
  text: string;
  fileIds: string[];
}

/** `POST /api/complaints/:id/reveal`: phone or citizen id in full, with a reason; every view is an event. */
export interface RevealComplainant {
  field: 'phone' | 'citizenId' | 'contact';
  reason: string;
}
export interface RevealedComplainant {
  value: string;
}
