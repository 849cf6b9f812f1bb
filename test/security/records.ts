import mongoose from 'mongoose';
import type { Route } from '../../server/platform/http/route.ts';

/**
 * Which collection a door's first name is of; a door that takes a name and is not here fails the test of doors. `null`: the
 * name is no record of anybody.
 */
export const RECORD_OF: Readonly<Record<string, string | null>> = {
  '/absences/:id': 'absences',
  '/alerts/:id': 'alerts',
  '/archive/:id': 'caseFiles',
  '/areas/:code': 'areas',
  '/arrears-lines/:id': 'arrearsLines',
  '/arrears-sheets/:id': 'arrearsSheets',
  '/assessment/:areaCode': 'areas',
  '/campaigns/:id': 'campaigns',
  '/cases/:id': 'inspectionCases',
  '/certificates/:id': 'creditCertificates',
  '/claims/:id': 'claims',
  '/companies/:id': 'companies',
  '/company/arrears/:id': 'arrearsSheets',
  '/company/matters/:id': 'inspectionCases',
  '/complaints/:id': 'complaints',
  '/coordination/forms/:kind': null,
  '/department-tasks/:id': 'departmentTasks',
  '/document-templates/:kind': null,
  '/documents/:id': 'legalDocuments',
  '/enrolments/:id': 'enrolments',
  '/event-days/:day': null,
  '/evidence-packs/:id': 'evidencePacks',
  '/evidence/:id': 'caseEvidence',
  '/exchange/projects/:id': 'projects',
  '/files/:id': 'files',
  '/findings/:id': 'findings',
  '/formal-talks/:id': 'formalTalks',
  '/hazards/:id': 'hazards',
  '/incidents/:id': 'incidents',
  '/inspections/:id': 'inspections',
  '/interviews/:id': 'interviews',
  '/joint-meetings/:id': 'jointMeetings',
  '/jobs/:name': null,
  '/listings/:id': 'listings',
  '/machine-clients/:id': 'machineClients',
  '/members/:id': 'groupMembers',
  '/my/arrears/:lineId': 'arrearsLines',
  '/my/complaints/:receiptNumber': 'complaints',
  '/my/groups/:receiptNumber': 'complaints',
  '/my/memberships/:id': 'groupMembers',
  '/my/pay-lines/:id': 'payrollLines',
  '/my/payments/:id': 'payments',
  '/my/truth-question/:id': 'truthAsks',
  '/notifications/:id': 'bellItems',
  '/outbox/:id': 'outbox',
  '/outreach/:id': 'outreach',
  '/parameters/:key': null,
  '/pay-files/:id': 'payFiles',
  '/payments/:id': 'payments',
  '/payroll/lines/:id': 'payrollLines',
  '/payroll/sheets/:id': 'payrollSheets',
  '/projects/:id': 'projects',
  '/releases/:id': 'releases',
  '/publications/:id': 'publications',
  '/ratings/:id': 'creditRatings',
  '/retention-lists/:id': 'retentionLists',
  '/session/mine/:id': 'sessions',
  '/sheet-checks/:id': 'sheetChecks',
  '/supervision-orders/:id': 'supervisionOrders',
  '/teams/:id': 'teams',
  '/truth-samples/:id': 'truthSamples',
  '/uploads/:id': 'uploads',
  '/users/:id': 'users',
  '/wage-accounts/:projectId': 'projects',
  '/webhook-deliveries/:id': 'webhookDeliveries',
  '/webhooks/:id': 'webhooks',
  '/work-calendar/:year': null,
  '/work-calendar/local-holidays/:id': 'localHolidays',
  '/workers/:id': 'workers',
};

/** Which collection a key of a body or a query names a record of. */
export const RECORD_OF_KEY: Readonly<Record<string, string>> = {
  alertId: 'alerts',
  caseId: 'inspectionCases',
  claimId: 'claims',
  coInspectorId: 'users',
  companyId: 'companies',
  complaintId: 'complaints',
  complaintIds: 'complaints',
  employerId: 'companies',
  enrolmentId: 'enrolments',
  evidenceIds: 'caseEvidence',
  fileId: 'files',
  fileIds: 'files',
  inspectionId: 'inspections',
  inspectorId: 'users',
  intoId: 'complaints',
  leadId: 'leads',
  leadInspectorId: 'users',
  payFileId: 'payFiles',
  projectId: 'projects',
  projectIds: 'projects',
  sheetIds: 'payrollSheets',
  teamId: 'teams',
  workerId: 'workers',
};

/** A door's address up to its first name; null where it has none. */
export const firstNameOf = (route: Route): string | null => /^[^:]*:\w+/u.exec(route.path)?.[0] ?? null;

/** Ids of a collection, what lies in the demo's own county and carries one of these words first. */
export async function idsOf(collection: string, words: readonly string[], most = 40): Promise<string[]> {
  const docs = await mongoose.connection.collection(collection).find({}).limit(3_000).toArray();
  const scored = docs.map((doc) => {
    const text = JSON.stringify(doc);
    return {
      id: String(collection === 'areas' ? doc['code'] : doc._id),
      score: words.filter((word) => text.includes(word)).length,
    };
  });
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ id }) => id);
}
