import './cases-setup.ts';
import './follow-merges.ts';

export { refillCaseNames } from './blind-names.model.ts';
export { caseDeadlinesOf } from './case-facts.ts';
export { addCaseEvidence } from './add-case-evidence.ts';
export { addClaims } from './add-claims.ts';
export { approveClosure } from './approve-closure.ts';
export { approveExtension } from './approve-extension.ts';
export { demandCaseNotArchived, demandNotArchived, isCaseArchived, onTakenOut } from './archived.ts';
export { markArchived } from './mark-archived.ts';
export { askClosure } from './ask-closure.ts';
export { approveRecusal, declineRecusal } from './office/answer-recusal.ts';
export { askRecusal } from './office/ask-recusal.ts';
export { isSetAsideOn } from './office/set-aside-on.ts';
export { demandNotRecused } from './recusal.ts';
export { askExtension } from './ask-extension.ts';
export { assignCase } from './assign-case.ts';
export type { CompanyCase } from './case-record-of-companies.ts';
export { casesOfCompanies, lastPaymentsOf } from './case-record-of-companies.ts';
export type { CreditGone } from './tell-credit-taken-back.ts';
export { tellCreditTakenBack } from './tell-credit-taken-back.ts';
export { isAllSeen } from './sheet-totals.ts';
export type { CaseHistory, CaseRecord } from './case.record.ts';
export { Cases } from './case.model.ts';
export { caseActions, casesInReach, knowsReporters } from './case-reach.ts';
export type { CaseProgress } from './case-steps.ts';
export { caseStepsOf } from './case-steps.ts';
export { CASES_PERMISSIONS } from './cases.permissions.ts';
export { casesRoutes } from './cases.routes.ts';
export type { CaseOfCompany } from './claims-of-sheet.ts';
export {
  casesPaidBy,
  claimsById,
  claimsOfPhone,
  claimsOnSheet,
  nameAndPhoneOf,
  payersOf,
} from './claims-of-sheet.ts';
export type { SettledClaim } from './settle-claims.ts';
export { settleClaims } from './settle-claims.ts';
export { decideLiability } from './decide-liability.ts';
export type { ComparedCase, ComparedClaim } from './claims-to-compare.ts';
export { claimsToCompare } from './claims-to-compare.ts';
export type { ClaimRecord } from './claim.model.ts';
export { Claims } from './claim.model.ts';
export { CLOSURE_WORDS } from './case-words.ts';
export { declineClosure } from './decline-closure.ts';
export { declineExtension } from './decline-extension.ts';
export { editCase } from './edit-case.ts';
export { editClaim } from './edit-claim.ts';
export { endInvestigation } from './end-investigation.ts';
export { fileCase } from './file-case.ts';
export type { DueCase } from './find-due-cases.ts';
export { findDueCases } from './find-due-cases.ts';
export type { CaseRef } from './find-case-refs.ts';
export { findCaseRefs } from './find-case-refs.ts';
export { findRespondents } from './case-queries.model.ts';
export { getCase } from './get-case.ts';
export { investigateCase } from './investigate-case.ts';
export { joinComplaint } from './join-complaint.ts';
export { listCases } from './list-cases.ts';
export { listClaims } from './list-claims.ts';
export { findOfficeStaff } from './office-staff.ts';
export type { OfficeStaff } from './office-staff.ts';
export type { MemberClaim } from './member-claims.ts';
export { claimsOfMembers, joinCaseAsMember, leaveCaseAsMember, paymentsOfClaim } from './member-claims.ts';
export { saidOfMember } from './put-member.ts';
export { checkClaim } from './check-claim.ts';
export { findOwnClaims } from './own-claims.ts';
export type { CaseOfProject } from './open-matters.ts';
export { casesOfProject, openCasesAbout } from './open-matters.ts';
export { getCaseRecord, notOpen, recordCaseEvent, tellScreens } from './move-case.ts';
export { orderRectification } from './order-rectification.ts';
export { answerOwnPayment, listOwnPayments, ownMoney } from './own-payments.ts';
export { listProceedingKinds } from './proceedings/list-proceeding-kinds.ts';
export { moveProceeding } from './proceedings/move-proceeding.ts';
export { openProceeding } from './proceedings/open-proceeding.ts';
export { onProceedingStep } from './proceedings/proceeding-listeners.ts';
export type { ProceedingRecord } from './proceedings/proceeding.record.ts';
export { recordPayments } from './record-payments.ts';
export { recountCases } from './recount-cases.ts';
export { removeClaim } from './remove-claim.ts';
export { reopenCase } from './reopen-case.ts';
export { resumeCase } from './resume-case.ts';
export { revokePayment } from './revoke-payment.ts';
export type { ServedCase } from './served-companies.ts';
export { casesServedOn, companyNamed, tellServed } from './served-companies.ts';
export { suspendCase } from './suspend-case.ts';
