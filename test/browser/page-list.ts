import type { Page } from 'playwright-core';
import { DEMO_PROJECTS } from '../../seeds/registry/demo-registry.ts';
import type { Role } from '../../server/core/contract/roles.ts';

/** Who looks at a page; `anyone` has not signed in. */
export type Reader = Role | 'anyone';
/** Where a page with a number or a code in its address is found: asked from the running product. */
type Find = (page: Page, url: string) => Promise<string>;
export interface PageRow {
  reader: Reader;
  /** The address, where it is not the route itself. */
  at?: string | Find;
}
type Row = Record<string, unknown>;

async function rowsOf(page: Page, url: string, path: string): Promise<Row[]> {
  const answer = await page.request.get(`${url}/api${path}`);
  if (answer.status() !== 200) throw new Error(`${path}: ${await answer.text()}`);
  const body = (await answer.json()) as Row[] | { items: Row[] }; // the contract's promise
  return Array.isArray(body) ? body : body.items;
}

/** The first record of a list (that fits), put into the address in place of `*`. */
const first =
  (address: string, list: string, key = 'id', fits: (row: Row) => boolean = () => true): Find =>
  async (page, url) => {
    const row = (await rowsOf(page, url, list)).find(fits);
    if (row === undefined) throw new Error(`nothing of ${list} fits`);
    const value = row[key];
    if (typeof value !== 'string') throw new Error(`${list} has no ${key}: the address would be nobody’s`);
    return address.replace('*', value);
  };
const by = (reader: Reader, at?: string | Find): PageRow => (at === undefined ? { reader } : { reader, at });
/** A record in the address of its list. */
const record = (reader: Reader, list: string, rest = ''): PageRow =>
  by(reader, first(`${list}/*${rest}`, list));
const titled =
  (words: string) =>
  ({ title }: Row): boolean =>
    String(title).includes(words);
const SITE = DEMO_PROJECTS[0];

const lineOfArrears: Find = async (page, url) => {
  const lines = (await rowsOf(page, url, '/my/arrears')).flatMap((sheet) => sheet['lines'] as Row[]); // the contract's promise
  return `/m/arrears/${String(lines[0]?.['id'])}`;
};

/** A question of a complaint begun on this phone: the draft exists nowhere else. */
const beginComplaint: Find = async (page, url) => {
  await page.goto(`${url}/m/new`);
  // The document's own question may stand before the app's.
  await page.waitForSelector('#app h1');
  const another = page.getByRole('button', { name: '另外再填一份新的' });
  if ((await another.count()) > 0) await another.click();
  await page.waitForURL((at) => at.pathname.endsWith('/kind'));
  return new URL(page.url()).pathname;
};

/** Each route of the desk document → who looks at it in this walk, and where. */
export const DESK_PAGES: Record<string, PageRow> = {
  '/sign-in': by('anyone'),
  '/invitations/:token': by('anyone', '/invitations/unknown-or-used-long-ago'),
  '/unreachable': by('anyone'),
  '/public': by('anyone'),
  '/public/violations': by('anyone'),
  '/public/notices': by('anyone'),
  '/public/statistics': by('anyone'),
  '/public/listings': by('anyone'),
  '/public/roots': by('anyone'),
  '/public/roots/:day': by('anyone', first('/public/roots/*', '/event-roots', 'day')),
  '/public/rules': by('anyone'),
  '/public/supervision': by('anyone'),
  '/docs/api': by('anyone', '/docs/api?q=webhooks'),
  '/demo-inbox': by('anyone'),
  '/first-password': by('clerk'),
  '/': by('bureauHead'),
  '/account': by('inspector'),
  '/:path(.*)*': by('inspector', '/nowhere/at/all'),
  '/complaints': by('inspector'),
  '/complaints/new': by('clerk'),
  '/complaints/:id': record('clerk', '/complaints'),
  '/leads': by('clerk'),
  '/leads/import': by('clerk'),
  '/cases': by('inspector'),
  '/cases/new': by('inspector'),
  '/cases/:id': by('inspector', first('/cases/*', '/cases?limit=200', 'id', titled('证据齐全'))),
  '/cases/:id/interviews/:interviewId(new|[0-9a-f]{24})': by(
    'inspector',
    first('/cases/*/interviews/new', '/cases?limit=200', 'id', titled('证据齐全')),
  ),
  '/case-load': by('bureauHead'),
  '/absences': by('inspector'),
  '/documents': by('inspector'),
  '/archive': by('inspector'),
  '/projects': by('inspector'),
  '/projects/import': by('inspector'),
  '/projects/:id': by('inspector', `/projects/${SITE?.id ?? ''}`),
  '/projects/:id/qr': by('inspector', `/projects/${SITE?.id ?? ''}/qr`),
  '/companies': by('inspector'),
  '/companies/:id': record('inspector', '/companies'),
  '/workers': by('inspector'),
  '/workers/:id': record('inspector', '/workers'),
  '/payroll': by('contractor'),
  '/payroll/new': by('contractor'),
  '/payroll/repay': by('contractor'),
  '/payroll/sheets/:id': record('contractor', '/payroll/sheets'),
  '/roster': by('contractor'),
  '/roster/import': by('contractor'),
  '/attendance': by('contractor'),
  '/attendance/import': by('contractor'),
  '/funds/accounts': by('bank'),
  '/funds/accounts/:id': by('bank', first('/funds/accounts/*', '/wage-accounts', 'projectId')),
  '/funds/pay-files': by('bank'),
  '/funds/pay-files/:id': by('bank', first('/funds/pay-files/*', '/pay-files')),
  '/funds/refused': by('bank'),
  '/company/matters': by('contractor'),
  '/company/matters/:id': record('contractor', '/company/matters'),
  '/company/arrears': by('contractor'),
  '/company/arrears/:id': record('contractor', '/company/arrears'),
  '/alerts': by('inspector'),
  '/alerts/:id([0-9a-f]{24})': record('inspector', '/alerts'),
  '/risk-cards': by('inspector'),
  '/alert-figures': by('bureauHead'),
  '/alert-rules': by('bureauHead'),
  '/truth-samples': by('bureauHead'),
  '/retention': by('bureauHead'),
  '/retention/:id([0-9a-f]{24})': by('bureauHead', first('/retention/*', '/retention-lists')),
  '/listings': by('inspector'),
  '/listings/:id([0-9a-f]{24})': record('inspector', '/listings'),
  '/credit': by('inspector'),
  '/credit/:id([0-9a-f]{24})': by('inspector', first('/credit/*', '/credit-files')),
  '/company/credit': by('contractor'),
  '/ratings': by('bureauHead'),
  '/ratings/:id([0-9a-f]{24})': record('bureauHead', '/ratings'),
  '/publications': by('bureauHead'),
  '/publications/:id': record('bureauHead', '/publications'),
  '/releases': by('inspector'),
  '/releases/:id([0-9a-f]{24})': record('inspector', '/releases'),
  '/certificates': by('inspector'),
  '/certificates/:id': record('inspector', '/certificates'),
  '/department-tasks': by('departmentLiaison'),
  '/department-tasks/:id([0-9a-f]{24})': record('departmentLiaison', '/department-tasks'),
  '/supervision-orders': by('leader'),
  '/supervision-orders/:id([0-9a-f]{24})': record('leader', '/supervision-orders'),
  '/formal-talks': by('leader'),
  '/formal-talks/:id([0-9a-f]{24})': record('leader', '/formal-talks'),
  '/joint-meetings': by('leader'),
  '/joint-meetings/:id([0-9a-f]{24})': record('leader', '/joint-meetings'),
  '/accountability-hints': by('leader'),
  '/inspections': by('inspector'),
  '/inspections/site': by('inspector'),
  '/inspections/:id([0-9a-f]{24})': record('inspector', '/inspections'),
  '/inspection-plan': by('inspector'),
  '/screening': by('inspector'),
  '/findings': by('inspector'),
  '/findings/:id([0-9a-f]{24})': record('inspector', '/findings'),
  '/hazards': by('inspector'),
  '/hazards/new': by('gridOfficer'),
  '/hazards/:id([0-9a-f]{24})': record('gridOfficer', '/hazards'),
  '/incidents': by('inspector'),
  '/incidents/new': by('gridOfficer'),
  '/incidents/:id([0-9a-f]{24})': record('inspector', '/incidents'),
  '/outreach': by('inspector'),
  '/dashboard': by('leader'),
  '/dashboard/sites': by('bureauHead'),
  '/campaigns': by('leader'),
  '/campaigns/:id([0-9a-f]{24})': record('leader', '/campaigns'),
  '/campaigns/:id([0-9a-f]{24})/matters': record('bureauHead', '/campaigns', '/matters'),
  '/assessment': by('leader'),
  '/bulletins': by('leader'),
  '/reports': by('leader'),
  '/settings/users': by('admin'),
  '/settings/areas': by('admin'),
  '/settings/parameters': by('admin'),
  '/settings/calendar': by('admin'),
  '/settings/document-templates': by('admin'),
  '/settings/machine-clients': by('admin'),
  '/settings/webhooks': by('admin'),
  '/settings/webhooks/:id([0-9a-f]{24})': by('admin', '/settings/webhooks/000000000000000000000000'),
  '/operations/health': by('admin'),
  '/operations/jobs': by('admin'),
  '/operations/outbox': by('admin'),
  '/operations/events': by('auditor'),
  '/operations/events/log': by('auditor'),
};

const ofCase = (rest: string): PageRow =>
  by('worker', first(`/t/*${rest}`, '/my/complaints', 'receiptNumber'));

/** Each route of the phone document. */
export const PHONE_PAGES: Record<string, PageRow> = {
  '/m': by('worker'),
  '/m/sign-in': by('anyone'),
  '/m/new': by('anyone'),
  '/m/new/:draftId/:step(kind|identity|name|employer|workplace|place|people|months|money|story|photos|contact|phone|check)':
    by('anyone', beginComplaint),
  '/c/:code': by('anyone', `/c/${SITE?.code ?? ''}`),
  '/t': by('anyone'),
  '/b/:code(\\d+)': by('anyone', `/b/${SITE?.code ?? ''}?s=forged`),
  '/d/:checkCode': by('anyone', '/d/unknown-paper'),
  '/z/:checkCode': by('anyone', '/z/ABCDE23456'),
  '/r/:receiptNumber': by('anyone', '/r/5326012026000011?s=forged'),
  '/j/:token': by('anyone', `/j/${'x'.repeat(43)}`),
  '/p/:token': by('anyone', `/p/${'x'.repeat(43)}`),
  '/:path(.*)*': by('anyone', '/m/nowhere'),
  '/m/receipt/:receiptNumber(\\d+)': by('worker', first('/m/receipt/*', '/my/complaints', 'receiptNumber')),
  '/t/:receiptNumber(\\d+)': ofCase(''),
  '/t/:receiptNumber(\\d+)/:act([a-zA-Z]+)': ofCase('/message'),
  '/m/groups/:receiptNumber(\\d+)': by('worker', first('/m/groups/*', '/my/complaints', 'receiptNumber')),
  '/m/group/:id([0-9a-f]{24})': by('worker', '/m/group/000000000000000000000000'),
  '/m/group/:id([0-9a-f]{24})/:act(consent|leave|answerPayment)': by(
    'worker',
    '/m/group/000000000000000000000000/leave',
  ),
  '/m/pay': by('worker'),
  '/m/pay/:id([0-9a-f]{24})': by('worker', first('/m/pay/*', '/my/pay-lines')),
  '/m/arrears': by('worker'),
  '/m/arrears/:id([0-9a-f]{24})': by('worker', lineOfArrears),
  '/m/truth': by('worker'),
  '/m/work': by('worker'),
  '/m/identity': by('worker'),
};
