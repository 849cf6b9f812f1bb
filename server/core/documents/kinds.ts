import type { DocumentKind } from '../contract/documents.ts';
import type { DocumentKindRow } from './kind.ts';
import { ACCEPTANCE_NOTICE } from './kinds/acceptance-notice.ts';
import { ARCHIVE_INDEX } from './kinds/archive-index.ts';
import { ARREARS_STATEMENT } from './kinds/arrears-statement.ts';
import { CLOSURE_APPROVAL } from './kinds/closure-approval.ts';
import { COURT_ENFORCEMENT_APPLICATION } from './kinds/court-enforcement-application.ts';
import { CRIMINAL_TRANSFER_LETTER } from './kinds/criminal-transfer-letter.ts';
import { EVIDENCE_PRESERVATION_LIST } from './kinds/evidence-preservation-list.ts';
import { EXTENSION_APPROVAL } from './kinds/extension-approval.ts';
import { FILING_APPROVAL } from './kinds/filing-approval.ts';
import { HANDLING_DECISION } from './kinds/handling-decision.ts';
import { HEARING_NOTICE } from './kinds/hearing-notice.ts';
import { INQUIRY_NOTICE } from './kinds/inquiry-notice.ts';
import { INTERVIEW_RECORD } from './kinds/interview-record.ts';
import { PENALTY_DECISION } from './kinds/penalty-decision.ts';
import { PERFORMANCE_DEMAND } from './kinds/performance-demand.ts';
import { PRIOR_NOTICE } from './kinds/prior-notice.ts';
import { RECTIFICATION_ORDER } from './kinds/rectification-order.ts';
import { REFUSAL_NOTICE } from './kinds/refusal-notice.ts';
import { REGISTRATION_FORM } from './kinds/registration-form.ts';
import { SERVICE_RECEIPT } from './kinds/service-receipt.ts';
import { SITE_INSPECTION_RECORD } from './kinds/site-inspection-record.ts';
import { SUPPLEMENT_NOTICE } from './kinds/supplement-notice.ts';
import { SUSPENSION_APPROVAL } from './kinds/suspension-approval.ts';
import { TRANSFER_NOTICE } from './kinds/transfer-notice.ts';
import { WITHDRAWAL_OF_FILING } from './kinds/withdrawal-of-filing.ts';

/** Every paper of the office, in the order of a case. */
export const DOCUMENT_KIND_ROWS: Readonly<Record<DocumentKind, DocumentKindRow>> = {
  registrationForm: REGISTRATION_FORM,
  acceptanceNotice: ACCEPTANCE_NOTICE,
  refusalNotice: REFUSAL_NOTICE,
  supplementNotice: SUPPLEMENT_NOTICE,
  transferNotice: TRANSFER_NOTICE,
  filingApproval: FILING_APPROVAL,
  inquiryNotice: INQUIRY_NOTICE,
  interviewRecord: INTERVIEW_RECORD,
  siteInspectionRecord: SITE_INSPECTION_RECORD,
  evidencePreservationList: EVIDENCE_PRESERVATION_LIST,
  rectificationOrder: RECTIFICATION_ORDER,
  extensionApproval: EXTENSION_APPROVAL,
  suspensionApproval: SUSPENSION_APPROVAL,
  priorNotice: PRIOR_NOTICE,
  hearingNotice: HEARING_NOTICE,
  handlingDecision: HANDLING_DECISION,
  penaltyDecision: PENALTY_DECISION,
  serviceReceipt: SERVICE_RECEIPT,
  performanceDemand: PERFORMANCE_DEMAND,
  courtEnforcementApplication: COURT_ENFORCEMENT_APPLICATION,
  criminalTransferLetter: CRIMINAL_TRANSFER_LETTER,
  withdrawalOfFiling: WITHDRAWAL_OF_FILING,
  closureApproval: CLOSURE_APPROVAL,
  arrearsStatement: ARREARS_STATEMENT,
  archiveIndex: ARCHIVE_INDEX,
};
