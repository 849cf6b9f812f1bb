import type { Route } from './platform/http/route.ts';
import type { LoadClass } from './platform/http/shedding-routes.ts';

/** Doors by permission that are kept open to the last, beside all that file, answer, sign in or send a picture. */
export const KEPT_OPEN: readonly string[] = [
  'session.view',
  'session.signOut',
  'tracking.own',
  'tracking.receipt',
  'tracking.act',
  'complaints.register', // told at the counter or by telephone
  'payroll.link', // the link in a text message to a worker
  'groups.own',
  'areas.list', // the form asks where it happened
  'demo.accounts',
  'demoInbox.read',
];

/** Reads that add up much: whoever looks at them can look again in a minute. */
export const ADDS_UP_MUCH: readonly string[] = [
  'alerts.figures',
  'assessment.read',
  'bulletins.read',
  'dashboard.read',
  'dashboard.sites',
  'exchange.import',
  'openStatistics.public',
  'payOverview.grid',
  'payOverview.reconcile',
  'reports.period',
];

const URGENT_RATES: readonly string[] = ['submit', 'signIn', 'code', 'upload'];

/** What is served first and what last when there is more to do than can be done (docs/operate.md). */
export function loadClassOf({ method, permission, spec }: Route): LoadClass {
  if (URGENT_RATES.includes(spec.rate) || KEPT_OPEN.includes(permission)) return 'first';
  if (spec.rate === 'export' || ADDS_UP_MUCH.includes(permission)) return 'heavy';
  return method === 'get' ? 'reads' : 'writes';
}
