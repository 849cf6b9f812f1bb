import type { ComplaintView } from '../contract/complaints.ts';
import type { CaseView } from '../contract/cases.ts';
import type { DocumentKind } from '../contract/documents.ts';
import type { Fen } from '../kit/money.ts';
import type { PayMonth, PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';

/** A company or person a paper speaks of, as far as the record knows it. */
export interface PaperParty {
  readonly name: string;
  readonly creditCode?: string;
  readonly address?: string;
  readonly legalRepresentative?: string;
}

/** One person of the arrears sheet; somebody who made a report stands without a name. */
export interface PaperClaim {
  readonly name?: string;
  readonly months: readonly PayMonth[];
  readonly owedFen: Fen;
  readonly seenFen: Fen;
}

/** A paper that was issued before: what a receipt proves, what a demand recalls, what the index lists. */
export interface EarlierPaper {
  readonly kind: DocumentKind;
  readonly name: string;
  readonly documentNumber: string;
  readonly addressee: string;
  readonly issuedOn: PlainDate;
  readonly servedOn?: PlainDate;
  readonly services: readonly {
    readonly mode: string;
    readonly handedOverOn: PlainDate;
    /** Absent for what was posted and has not come back. */
    readonly servedOn?: PlainDate;
    readonly servedBy: readonly string[];
    readonly receivedBy?: string;
    readonly witness?: string;
    readonly place?: string;
  }[];
  /** The values it was printed with, by placeholder. */
  readonly printed: Readonly<Record<string, string>>;
}

/** A line of the index of the case file, as the file itself lists it. */
export interface FileIndexLine {
  readonly title: string;
  readonly documentNumber?: string;
  readonly date?: PlainDate;
}

/**
 * All that a paper can be filled from. Whatever is not here is missing and is asked for; who made a report is never
 * among it, so that no paper can tell.
 */
export interface DocumentSource {
  readonly today: PlainDate;
  readonly office: {
    readonly name: string;
    /** As the numbers begin: 文山. */
    readonly shortName: string;
    readonly phone?: string;
    readonly address?: string;
    readonly reconsiderationBody?: string;
    readonly court?: string;
    readonly fineAccount?: string;
    readonly policeBody?: string;
  };
  readonly complaint?: Pick<
    ComplaintView,
    | 'receiptNumber'
    | 'intakeKind'
    | 'receivedOn'
    | 'complainantName'
    | 'phoneMasked'
    | 'citizenIdMasked'
    | 'employerName'
    | 'projectName'
    | 'site'
    | 'payMonths'
    | 'headcount'
    | 'owedFen'
    | 'story'
    | 'supplement'
    | 'refusal'
    | 'ownerName'
  > & {
    readonly channelName: string;
    readonly acceptedOn?: PlainDate;
    readonly transferTo?: string;
    readonly transferReason?: string;
  };
  readonly case?: Pick<
    CaseView,
    | 'caseNumber'
    | 'title'
    | 'filedOn'
    | 'projectName'
    | 'headcount'
    | 'owedFen'
    | 'seenFen'
    | 'orders'
    | 'extension'
    | 'suspension'
    | 'closure'
  > & {
    readonly receiptNumbers: readonly string[];
    readonly channelNames: readonly string[];
    readonly stories: readonly string[];
    readonly investigationDueOn?: PlainDate;
    readonly investigationExtendedTo?: PlainDate;
    readonly suspensionGround?: string;
    readonly closureName?: string;
  };
  readonly respondent?: PaperParty;
  readonly payer?: PaperParty;
  readonly claims: readonly PaperClaim[];
  readonly inspectors: readonly string[];
  /** What was given with the moves of the proceeding the paper hangs on, by field name. */
  readonly proceeding?: Readonly<Record<string, FieldValue>>;
  /** The paper a receipt proves the service of. */
  readonly served?: EarlierPaper;
  /** Issued papers of the case, oldest first. */
  readonly papers: readonly EarlierPaper[];
  /** The arrears sheet the claims stand on; absent where none was built. */
  readonly sheet?: { readonly revision: number; readonly builtOn: PlainDate };
  /** The interview that was signed last. */
  readonly interview?: {
    readonly personName: string;
    readonly personRole: string;
    readonly place: string;
    readonly on: string;
    readonly times: string;
    readonly inspectors: readonly string[];
    readonly words: string;
  };
  /** What lies in the case file, in its order; absent where nobody binds files. */
  readonly fileIndex?: readonly FileIndexLine[];
}
