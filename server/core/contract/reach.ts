import type { Audience, Role } from './roles.ts';

/** A door, as far as its reach goes. */
interface Door {
  permission: string;
}

/**
 * Whose records a door shows, beyond who may pass it.
 * - `bounds`: what lies within the reader's own right: ROLE_BOUNDS says what that is for each role;
 * - `person`: the reader's own alone, whatever his role;
 * - `attached`: the uploader's own, and what hangs on a record the reader may read;
 * - `holder`: of whoever holds the link, code, number or signature it asks for;
 * - `named`: of whoever can already name it in full;
 * - `everybody`: one and the same for everybody who may pass: published or reference data, nobody's record;
 * - `installation`: the whole installation, for those who run it;
 * - `nothing`: it takes something in and shows no record.
 */
export type Reach =
  'bounds' | 'person' | 'attached' | 'holder' | 'named' | 'everybody' | 'installation' | 'nothing';

/** What a role's right is bounded by; the queries of each feature's reach file say how. */
export const ROLE_BOUNDS: Readonly<Record<Role | 'machine', string>> = {
  worker: 'person',
  contractor: 'company',
  bank: 'branch',
  gridOfficer: 'town',
  clerk: 'area',
  inspector: 'area',
  bureauHead: 'area',
  departmentLiaison: 'department',
  leader: 'area',
  auditor: 'area',
  admin: 'area',
  machine: 'client',
};

/** The doors whose reach is not the reader's own bounds, by permission. */
const OTHER_REACH: Readonly<Record<string, Reach>> = {
  'session.view': 'person',
  'session.signIn': 'holder',
  'session.signOut': 'person',
  'demo.accounts': 'everybody',
  'session.own': 'person',
  'account.own': 'person',
  'invitations.accept': 'holder',
  'alerts.rules': 'everybody',
  'alerts.publicRules': 'everybody',
  'areas.list': 'everybody',
  'areas.read': 'everybody',
  'areas.export': 'everybody',
  'departments.list': 'everybody',
  'calendar.list': 'everybody',
  'calendar.read': 'everybody',
  'calendar.count': 'everybody',
  'calendar.set': 'installation',
  'certificates.check': 'holder',
  'companies.lookup': 'named',
  'complaints.report': 'nothing',
  'coordination.forms': 'everybody',
  'supervisionOrders.public': 'everybody',
  'documents.check': 'holder',
  'documentTemplates.edit': 'installation',
  'eventChain.verify': 'installation',
  'eventRoots.read': 'everybody',
  'files.upload': 'person',
  'files.read': 'attached',
  'files.listOwn': 'person',
  'files.deleteOwn': 'person',
  'groups.look': 'holder',
  'listings.public': 'everybody',
  'notifications.listOwn': 'person',
  'notifications.readOwn': 'person',
  'demoInbox.read': 'everybody',
  'openStatistics.public': 'everybody',
  'jobs.list': 'installation',
  'jobs.runs': 'installation',
  'jobs.run': 'installation',
  'health.read': 'installation',
  'payroll.link': 'holder',
  'projects.public': 'holder',
  'publications.public': 'everybody',
  'releases.public': 'everybody',
  'registry.company': 'named',
  'registry.project': 'named',
  'registry.credit': 'named',
  'roster.dictionary': 'everybody',
  'safeguards.publicBoard': 'holder',
  'sheetChecks.read': 'person',
  'sheetChecks.confirm': 'person',
  'tracking.anonymous': 'holder',
  'tracking.receipt': 'holder',
};

export const reachOf = ({ permission }: Door): Reach => OTHER_REACH[permission] ?? 'bounds';

/** The reach of one role at a door, in a word. */
export function boundsOf(route: Door, who: Audience): string {
  const reach = reachOf(route);
  return reach === 'bounds' && who !== 'public' && who !== 'signedIn' ? ROLE_BOUNDS[who] : reach;
}

export const permissionsWithOtherReach: readonly string[] = Object.keys(OTHER_REACH);

/**
 * Downloads that carry numbers of persons in full, and why; every other one masks citizen ids, phones and bank cards
 * as the screens do. What people themselves wrote into a file they attached is theirs.
 */
export const IN_FULL: Readonly<Record<string, string>> = {
  'get /pay-files/:id/file': 'bank cards: the branch pays from it',
  'get /payroll/ledger':
    'citizen ids and phones: the wage ledger names them; asked for with a reason, which is on record',
  'get /payroll/labour-ledger': 'citizen ids and phones, with a reason, which is on record',
  'get /payroll/template':
    'citizen ids of the company’s own team: its rows are known by them when it comes back; taking it is on record',
  'get /attendance/template':
    'citizen ids of the company’s own team: its rows are known by them when it comes back; taking it is on record',
  'get /projects/:id/safeguards/board.pdf': 'the phone of the labour officer, which the board has to say',
  'get /sheet-checks/:id/marked': 'the sender’s own workbook as he wrote it',
  'get /files/:id': 'the file as it was attached',
  'get /evidence/:id/shown': 'the piece as it was brought, covered where it was covered',
  'get /evidence/:id/original': 'the piece as it was brought',
  'get /evidence-packs/:id/zip': 'the pieces as they were brought, or their covered copies',
};
