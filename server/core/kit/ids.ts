/** Identifiers are branded text, so that one kind never stands in for another; they are branded at the door. */

declare const idBrand: unique symbol;

/** Text that identifies one kind of record. */
export type Id<Name extends string> = string & { readonly [idBrand]: Name };

export type UserId = Id<'User'>;
export type SessionId = Id<'Session'>;
export type InvitationId = Id<'Invitation'>;
export type CompanyId = Id<'Company'>;
export type WorkerId = Id<'Worker'>;
export type ProjectId = Id<'Project'>;
export type EnrolmentId = Id<'Enrolment'>;
export type PayrollSheetId = Id<'PayrollSheet'>;
export type PayrollLineId = Id<'PayrollLine'>;
export type ComplaintId = Id<'Complaint'>;
export type CaseId = Id<'Case'>;
export type DocumentId = Id<'Document'>;
export type AlertId = Id<'Alert'>;
export type TaskId = Id<'Task'>;
export type FileId = Id<'File'>;
export type UploadId = Id<'Upload'>;
export type EventId = Id<'Event'>;
export type OutboxId = Id<'Outbox'>;
export type NotificationId = Id<'Notification'>;
export type ParameterId = Id<'Parameter'>;
export type JobRunId = Id<'JobRun'>;
/** A code of GB/T 2260 and its town and village extensions: 6, 9 or 12 digits; see area-code.ts. */
export type AreaCode = Id<'Area'>;
/** The short code of a member department of the joint meeting, such as 'housing'. */
export type DepartmentCode = Id<'Department'>;
/** The short code of a bank or bank branch that holds wage accounts. */
export type BankCode = Id<'Bank'>;

const ID_TEXT = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/u;

/** Could this be an identifier: 1–128 plain letters, digits and . _ : - (no operators, spaces or paths)? */
export function isIdText(text: unknown): text is string {
  return typeof text === 'string' && ID_TEXT.test(text);
}

/** A function that brands one kind of identifier at the door and throws on anything that cannot be one. */
function door<T extends string>(kind: string): (text: string) => T {
  return (text) => {
    if (!isIdText(text)) throw new TypeError(`not a ${kind} identifier`);
    return text as T; // the one place that brands identifiers
  };
}

export const userId = door<UserId>('user');
export const sessionId = door<SessionId>('session');
export const invitationId = door<InvitationId>('invitation');
export const companyId = door<CompanyId>('company');
export const workerId = door<WorkerId>('worker');
export const projectId = door<ProjectId>('project');
export const enrolmentId = door<EnrolmentId>('enrolment');
export const payrollSheetId = door<PayrollSheetId>('payroll sheet');
export const payrollLineId = door<PayrollLineId>('payroll line');
export const complaintId = door<ComplaintId>('complaint');
export const caseId = door<CaseId>('case');
export const documentId = door<DocumentId>('document');
export const alertId = door<AlertId>('alert');
export const taskId = door<TaskId>('task');
export const fileId = door<FileId>('file');
export const uploadId = door<UploadId>('upload');
export const eventId = door<EventId>('event');
export const outboxId = door<OutboxId>('outbox');
export const notificationId = door<NotificationId>('notification');
export const parameterId = door<ParameterId>('parameter');
export const jobRunId = door<JobRunId>('job run');
export const departmentCode = door<DepartmentCode>('department');
export const bankCode = door<BankCode>('bank');
