import './complaints-setup.ts';

export { COMPLAINTS_PERMISSIONS } from './complaints.permissions.ts';
export { complaintsRoutes } from './complaints.routes.ts';

export { acceptComplaint } from './accept-complaint.ts';
export { addOwnEvidence } from './add-evidence.ts';
export { requestSupplement } from './ask-supplement.ts';
export type { KnownComplaints } from './complaint-facts.ts';
export { complaintFactsOf } from './complaint-facts.ts';
export { alertBulkWithdrawals, headsOf } from './alert-bulk-withdrawals.ts';
export type { CaseComplaint, GroupMember } from './case-complaints.ts';
export { findCaseComplaints, groupMember } from './case-complaints.ts';
export { checkContent, problem, refuseFields } from './check-content.ts';
export { onComplaintStep } from './complaint-listeners.ts';
export { CHANNEL_WORDS, STATE_WORDS } from './complaint-words.ts';
export { registerBody } from './complaints.schemas.ts';
export type { LikelySame } from './find-duplicates.ts';
export { findLikelySame } from './find-duplicates.ts';
export { noteFromChannel } from './note-from-channel.ts';
export {
  findByExternalNumber,
  findByReceipt,
  findComplaint,
  markUnread,
  setJoinedMembers,
} from './complaint-queries.model.ts';
export type { GroupRecord } from './group.model.ts';
export { changeGroup, findGroup, findGroupByToken, tokenOf } from './group.model.ts';
export type { MemberPerson, MemberRecord } from './group-member.model.ts';
export {
  changeMember,
  findMember,
  findMembers,
  findMembersByPhone,
  insertMember,
  isStanding,
  marksOfMember,
  marksOfPerson,
  memberMasks,
  openMember,
} from './group-member.model.ts';
export { recordComplaintEvent, tellOffices } from './record-complaint-event.ts';
export { caseOfComplaint } from './case-of-complaint.ts';
export { Complaints } from './complaint.model.ts';
export type { ComplaintRecord, HistoryRecord } from './complaint.record.ts';
export { complainantMessages, keepNotice, writeMessage, writeOwnMessage } from './complaint-messages.ts';
export { complaintYearsOf } from './counts-of-employers.ts';
export { editComplaint } from './edit-complaint.ts';
export { fileAnonymousReport } from './file-anonymous-report.ts';
export { fileComplaint } from './file-complaint.ts';
export type { DueComplaint } from './find-due-complaints.ts';
export { findDueComplaints } from './find-due-complaints.ts';
export { extendPetition } from './extend-petition.ts';
export { getComplaint, getComplaintRecord } from './get-complaint.ts';
export { namedPeople } from './complaint-view.ts';
export { complaintName } from './complaint-row.ts';
export { mayKnowComplainant, registerCaseHandlers } from './identity.ts';
export type { LeadRef } from './lead-refs.ts';
export { findLeads } from './lead-refs.ts';
export { linkComplaint } from './link-complaint.ts';
export { listComplaints } from './list-complaints.ts';
export { mergeComplaint } from './merge-complaint.ts';
export type { ComplaintMove, MoveAs, MoveTarget } from './move-complaint.ts';
export { moveComplaint, openComplaintActions } from './move-complaint.ts';
export { officeName } from './office.ts';
export { isOwnOffice, officeOf, rolesFor } from './complaint-reach.ts';
export type { Lead, LeadOpened } from './open-lead.ts';
export { addToLead, openLead } from './open-lead.ts';
export type { OwnFinding } from './open-report.ts';
export { openReport } from './open-report.ts';
export { openComplaintsAbout, openComplaintsOf } from './open-matters.ts';
export { findReceipt, getAnonymousReport, getOwnComplaint, listOwnComplaints } from './own-complaints.ts';
export { ownComplaints, ownPhone } from './own-phone.ts';
export { refillComplaintNames } from './seal-names.model.ts';
export { rateHandling } from './rate-handling.ts';
export { isReceiptSignature, receiptPath } from './receipt.ts';
export { approveRefusal, proposeRefusal, returnRefusal } from './refuse-complaint.ts';
export { recountComplaints } from './recount-complaints.ts';
export { registerComplaint } from './register-complaint.ts';
export { remindSupplements } from './remind-supplement.ts';
export { supplementAtDesk, supplementOwn } from './supplement-complaint.ts';
export { phoneOf, tellComplainant } from './tell-complainant.ts';
export {
  recallTransfer,
  returnTransfer,
  takeOverComplaint,
  transferComplaint,
} from './transfer-complaint.ts';
export {
  askOwnWithdrawal,
  askWithdrawalAtDesk,
  confirmWithdrawal,
  doubtWithdrawal,
  firstConfirmableDay,
} from './withdraw-complaint.ts';
