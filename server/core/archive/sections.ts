import type { Words } from '../alerts/rule.ts';
import type { CaseFileSection } from '../contract/archive.ts';
import { CASE_FILE_SECTIONS } from '../contract/archive.ts';
import type { DocumentKind } from '../contract/documents.ts';

export const SECTION_NAMES: Readonly<Record<CaseFileSection, Words>> = {
  filing: { zh: '立案', en: 'Filing' },
  registration: { zh: '投诉登记', en: 'Complaints' },
  notice: { zh: '告知、通知', en: 'Notices' },
  interview: { zh: '笔录', en: 'Records' },
  evidence: { zh: '证据', en: 'Evidence' },
  arrears: { zh: '欠薪测算', en: 'Arrears' },
  order: { zh: '责令', en: 'Orders' },
  decision: { zh: '决定', en: 'Decisions' },
  service: { zh: '送达', en: 'Service' },
  proceeding: { zh: '办理程序', en: 'Proceedings' },
  internal: { zh: '内部审批和记录', en: 'Within the office' },
  closure: { zh: '结案', en: 'Closure' },
  remarks: { zh: '备考', en: 'Remarks' },
};

/** Where each paper lies in the file; the index itself is drawn with the file. */
const PLACE: Readonly<Record<DocumentKind, CaseFileSection | null>> = {
  filingApproval: 'filing',
  registrationForm: 'registration',
  acceptanceNotice: 'notice',
  refusalNotice: 'notice',
  supplementNotice: 'notice',
  transferNotice: 'notice',
  inquiryNotice: 'notice',
  priorNotice: 'notice',
  hearingNotice: 'notice',
  interviewRecord: 'interview',
  siteInspectionRecord: 'interview',
  evidencePreservationList: 'evidence',
  arrearsStatement: 'arrears',
  rectificationOrder: 'order',
  performanceDemand: 'order',
  handlingDecision: 'decision',
  penaltyDecision: 'decision',
  courtEnforcementApplication: 'decision',
  criminalTransferLetter: 'decision',
  serviceReceipt: 'service',
  extensionApproval: 'internal',
  suspensionApproval: 'internal',
  withdrawalOfFiling: 'internal',
  closureApproval: 'closure',
  archiveIndex: null,
};

/** The section a paper belongs to; null: it is no part of the file. */
export const sectionOf = (kind: DocumentKind): CaseFileSection | null => PLACE[kind];

/** With a split, what the office approved and noted within itself is the inner volume. */
export const isInternal = (section: CaseFileSection): boolean => section === 'internal';

/** In the order of the sections, and within one as they came. */
export function inFileOrder<Item extends { section: CaseFileSection }>(items: readonly Item[]): Item[] {
  return CASE_FILE_SECTIONS.flatMap((section) => items.filter((item) => item.section === section));
}

/** The pages of each item, when the first stands on page `from`. */
export function pagesFrom<Item extends { pages: number }>(
  items: readonly Item[],
  from: number,
): { item: Item; fromPage: number; toPage: number }[] {
  let next = from;
  return items.map((item) => {
    const fromPage = next;
    next += item.pages;
    return { item, fromPage, toPage: next - 1 };
  });
}
