import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { ConfirmWithdrawal } from './complaint-moves.ts';
import type { ComplaintState } from './complaints.ts';
import type { ClaimState } from './claims.ts';
import type { MyComplaint, MyPayment, TrackEntry } from './tracking.ts';

/**
 * Group claims 集体投诉: a complaint of several people, each with his own sum, his own word on who speaks for him, his
 * own money, and his own way out. Only a named complaint (投诉) is joined: who stands behind a report stays unknown.
 */
export const MEMBER_STATES = ['joined', 'leaving', 'left'] as const;
/** leaving: he wishes to leave and the office has not asked back yet; his claim goes on until then. */
export type MemberState = (typeof MEMBER_STATES)[number];

/**
 * `GET /api/public/groups/:token` (anybody, rate `signIn`): what it is, and nothing of those who are in it. A link that was
 * ended and one that never was are both 404.
 */
export interface GroupInvitation {
  /** False where the link has run out or the complaint is over. */
  isOpen: boolean;
  officeName: string;
  employerName?: string;
  projectName?: string;
  site?: string;
  payMonths: PayMonth[];
  receivedOn: PlainDate;
}

/**
 * `POST /api/my/memberships` (worker, rate `submit`, idempotent, 201; answers MyMembership): the phone is the one that
 * signed in. The same person joins once; joining again puts his own word right, and takes him back who had left.
 */
export interface JoinGroup {
  token: string;
  name: string;
  citizenId?: string;
  payMonths: PayMonth[];
  owedFen: Fen;
  /** May the representative speak for me? */
  consents: boolean;
  /** May the representative see my name? */
  shownToRepresentative: boolean;
}

/** `GET /api/my/memberships`: own places in group complaints, newest first (a Page). */
export interface MyMembershipRow {
  id: string;
  state: MemberState;
  joinedOn: PlainDate;
  employerName?: string;
  projectName?: string;
  complaintState: ComplaintState;
  owedFen: Fen;
  /** Money waits for his word. */
  needsMe: boolean;
}

export const MY_MEMBER_ACTIONS = ['answerPayment', 'consent', 'leave', 'stay'] as const;
export type MyMemberAction = (typeof MY_MEMBER_ACTIONS)[number];

/** `GET /api/my/memberships/:id`: the receipt of a member. */
export interface MyMembership extends MyMembershipRow {
  version: number;
  /** Number of the group's complaint, to be named at the counter. */
  receiptNumber: string;
  officeName: string;
  site?: string;
  name: string;
  payMonths: PayMonth[];
  consents: boolean;
  shownToRepresentative: boolean;
  isRepresentative: boolean;
  /** What the office works with; absent while it has not put him on the sheet, or has to look at it first. */
  money?: { owedFen: Fen; seenFen: Fen; state: ClaimState };
  payments: MyPayment[];
  /** Newest first; what the office asked others and what they said is not his to read. */
  steps: TrackEntry[];
  next?: MyComplaint['next'];
  leaving?: {
    reason: string;
    askedOn: PlainDate;
    confirmableOn: PlainDate;
    outcome?: 'confirmed' | 'doubted';
  };
  leftOn?: PlainDate;
  actions: MyMemberAction[];
}

/** `POST /api/my/memberships/:id/consent` (worker, idempotent): he may change his mind at any time. */
export interface ChangeConsent {
  consents: boolean;
  shownToRepresentative: boolean;
}
/**
 * `POST /api/my/memberships/:id/leave` (worker, idempotent): ends his own claim alone, once the office has asked back.
 * `…/stay` with `{}` takes the wish back.
 */
export interface LeaveGroup {
  reason: string;
  /** Did anybody press you to leave? */
  pressed: boolean;
}

/** A link is dated: since when it opens, and until when where the area has set a time. */
export interface GroupLink {
  /** `/j/<token>`: token and nothing else, no phone, no number, no id. */
  path: string;
  madeOn: PlainDate;
  endsOn?: PlainDate;
}

/**
 * `GET /api/my/groups/:receiptNumber` (worker): the group as its representative sees it. Numbers of everybody, names
 * only of those who said he may see them; nobody's sum, phone or wish to leave. 404 for whoever does not represent it.
 * `POST …/link` (idempotent, 201) makes a new link, which ends the one before; `POST …/revoke-link` ends it.
 */
export interface MyGroup {
  receiptNumber: string;
  /** People of whom the complaint speaks. */
  headcount: number;
  counts: { joined: number; consenting: number; left: number };
  names: string[];
  link?: GroupLink;
  /** Whether people can still join. */
  isOpen: boolean;
}

export const MEMBER_ACTIONS = [
  'represent',
  'endRepresenting',
  'askLeaving',
  'confirmLeaving',
  'doubtLeaving',
] as const;
export type MemberAction = (typeof MEMBER_ACTIONS)[number];

/** What somebody else said of him, where it differs from his own word; neither replaces the other. */
export interface SaidByOthers {
  payMonths: PayMonth[];
  owedFen: Fen;
}

export const MEMBER_DOUBTS = ['otherPhone', 'sameCitizenId'] as const;
/**
 * otherPhone: others gave another phone for this citizen number; his word stands beside theirs until the inspector has
 * looked. sameCitizenId: the number has joined already from another phone, so this one counts for nobody.
 */
export type MemberDoubt = (typeof MEMBER_DOUBTS)[number];

export interface GroupMemberView {
  id: string;
  version: number;
  name: string;
  phoneMasked?: string;
  citizenIdMasked?: string;
  state: MemberState;
  joinedOn: PlainDate;
  isComplainant: boolean;
  isRepresentative: boolean;
  consents: boolean;
  shownToRepresentative: boolean;
  payMonths: PayMonth[];
  owedFen: Fen;
  /** Named by others before he joined. */
  wasNamed: boolean;
  said?: SaidByOthers;
  doubt?: MemberDoubt;
  claim?: { id: string; caseId: string; owedFen: Fen; seenFen: Fen; toCheck: boolean };
  leaving?: {
    reason: string;
    pressed?: boolean;
    askedOn: PlainDate;
    confirmableOn: PlainDate;
    outcome?: 'confirmed' | 'doubted';
    confirmedBy?: ConfirmWithdrawal['confirmedBy'];
    note?: string;
  };
  leftOn?: PlainDate;
  actions: MemberAction[];
}

/**
 * `GET /api/complaints/:id/group` (clerk, inspector, bureauHead): one group; `GET /api/cases/:id/groups`: those of a
 * case (a Page). A complaint that is no group answers 404.
 */
export interface GroupView {
  complaintId: string;
  version: number;
  receiptNumber: string;
  headcount: number;
  counts: {
    named: number;
    joined: number;
    consenting: number;
    leaving: number;
    left: number;
    differing: number;
  };
  /** The complainant represents until the office ends it. */
  complainant: { name?: string; isRepresentative: boolean };
  /** Most representatives; set by the area, one where it has set nothing. */
  most: { count: number; isSet: boolean };
  representatives: number;
  link?: Pick<GroupLink, 'madeOn' | 'endsOn'>;
  /** Who only stands on the list others gave; whoever joined is among the members. */
  named: {
    name: string;
    phoneMasked?: string;
    citizenIdMasked?: string;
    payMonths: PayMonth[];
    owedFen: Fen;
  }[];
  members: GroupMemberView[];
  mayHandle: boolean;
}

/**
 * `POST /api/complaints/:id/group/revoke-link` with If-Match of the group and `{ reason }` (clerk, inspector).
 * `POST /api/complaints/:id/group/representatives` with If-Match of the group (clerk, inspector): a member speaks for
 * the group from now on, or somebody (the complainant where no member is named) does so no longer. All answer GroupView.
 */
export interface ChangeRepresentative {
  memberId?: string;
  represents: boolean;
  reason: string;
}

/**
 * `POST /api/members/:id/ask-leaving` ({ reason }), `/confirm-leaving` (ConfirmWithdrawal), `/doubt-leaving`
 * ({ reason }), each with If-Match of the member (clerk, inspector): the guard of a withdrawal, for one person. Answers
 * GroupView.
 */
