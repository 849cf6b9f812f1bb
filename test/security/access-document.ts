import { ERRORS } from '../../server/core/contract/errors.ts';
import { boundsOf, IN_FULL, ROLE_BOUNDS } from '../../server/core/contract/reach.ts';
import { ROLES } from '../../server/core/contract/roles.ts';
import type { Audience } from '../../server/core/contract/roles.ts';
import { ROUTES } from '../../server/doors.ts';
import type { Route } from '../../server/platform/http/route.ts';
import { SOCKET_EVENTS } from '../../server/platform/realtime/index.ts';
import { shapeOf } from '../support/hostile-input.ts';

export const ACCESS_DOCUMENT = 'docs/security/access.md';

const COLUMNS: readonly Audience[] = [...ROLES, 'machine', 'public'];

/** What stands in a role's column: whose records the door shows him, or nothing where it stays shut. */
function cell(route: Route, who: Audience): string {
  const { audience } = route;
  if (audience.includes(who)) return boundsOf(route, who);
  if (who === 'machine') return '';
  if (audience.includes('public')) return boundsOf(route, 'public');
  return audience.includes('signedIn') && who !== 'public' ? boundsOf(route, 'signedIn') : '';
}

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
  '',
];

const doorOf = ({ method, path }: Route): string => `${method} ${path}`;
const featureOf = ({ permission }: Route): string => permission.split('.')[0] ?? '';

/** A GET that writes the answer itself hands out a file. */
export const isDownload = (route: Route): boolean =>
  route.method === 'get' && route.kind === 'raw' && route.path !== '/session';

/** What a download may be asked for as. */
export function formatsOf(route: Route): readonly string[] {
  const { format } = shapeOf(route.spec.query).keys ?? {};
  if (format?.allow !== undefined) return format.allow.filter((one) => typeof one === 'string');
  const ending = /(?:pdf|docx|zip|qr|thumbnail)$/u.exec(route.path)?.[0];
  if (ending !== undefined) return [{ qr: 'svg', thumbnail: 'webp' }[ending] ?? ending];
  return /(?:template|marked|export|results)$/u.test(route.path) ? ['xlsx'] : ['as stored'];
}

function whoPasses(route: Route): string {
  return route.audience.map((who) => `${who} (${boundsOf(route, who)})`).join(', ');
}

/** docs/security/access.md, from the very tables that guard the doors. */
export function accessDocument(): string {
  const features = [...new Set(ROUTES.map(featureOf))].sort();
  const doors = features.flatMap((feature) => [
    `### ${feature}`,
    '',
    ...table(
      ['Door', 'Permission', ...COLUMNS],
      ROUTES.filter((route) => featureOf(route) === feature)
        .sort((a, b) => doorOf(a).localeCompare(doorOf(b), 'en'))
        .map((route) => [
          `\`${doorOf(route)}\``,
          `\`${route.permission}\``,
          ...COLUMNS.map((who) => cell(route, who)),
        ]),
    ),
  ]);
  const downloads = ROUTES.filter(isDownload).sort((a, b) => doorOf(a).localeCompare(doorOf(b), 'en'));
  return [
    '# Who reaches what',
    '',
    'Generated from the permission tables, the routes, the reach of each permission and the register of socket events by',
    '`npm run access`; a test fails when it is out of date. Do not edit it by hand.',
    '',
    `${ROUTES.length} doors, ${new Set(ROUTES.map(({ permission }) => permission)).size} permissions, ${ROLES.length} roles, ` +
      `${downloads.length} downloads, ${Object.keys(SOCKET_EVENTS).length} socket events, ${Object.keys(ERRORS).length} error codes.`,
    '',
    '## How to read it',
    '',
    'A cell says whose records a door shows to a role; empty: the door stays shut (403, without signing in 401). A single',
    'record that lies outside answers 404 as one that does not exist.',
    '',
    ...table(
      ['Word', 'Meaning'],
      [
        ['area', 'records of the areas of the reader’s right and all below them'],
        ['town', 'the same for a grid officer, for the town of his grid'],
        ['company', 'what the reader’s own company is party to, files or answers for'],
        ['branch', 'accounts and pay files of the reader’s own bank branch'],
        ['department', 'what is addressed to the reader’s department, or of its industry, in his area'],
        ['client', 'what the program was registered for: its branch, project, platform or area'],
        ['person', 'the reader’s own alone'],
        ['attached', 'the uploader’s own, and what hangs on a record the reader may read'],
        ['holder', 'of whoever holds the link, code, number or signature it asks for'],
        ['named', 'of whoever can already name it in full'],
        ['everybody', 'one and the same for all who may pass: published or reference data'],
        ['installation', 'the whole installation, for those who run it'],
        ['nothing', 'takes something in and shows no record'],
      ],
    ),
    `Bounds of the roles: ${Object.entries(ROLE_BOUNDS)
      .map(([role, bounds]) => `${role} ${bounds}`)
      .join(', ')}.`,
    '',
    'Tested: `test/features/permissions.test.ts` knocks at every door as every role; `test/security/foreign-eyes.test.ts`',
    'takes every record past everybody it is not of; `test/security/socket-events.test.ts` listens as every role.',
    '',
    '## Doors',
    '',
    ...doors,
    '## Downloads',
    '',
    'Each masks citizen ids, phones and bank cards as the screens do, unless the last column says what it names in full.',
    '',
    ...table(
      ['Door', 'Formats', 'Who', 'Numbers in full'],
      downloads.map((route) => [
        `\`${doorOf(route)}\``,
        formatsOf(route).join(', '),
        whoPasses(route),
        IN_FULL[doorOf(route)] ?? 'masked',
      ]),
    ),
    '## Socket events',
    '',
    'A socket accepts nothing and says only that something changed: all it carries are ids, and whoever hears it fetches',
    'the rest through the doors above. Officials hear their area and those below it, people of a company their company,',
    'everybody himself; workers and banks hear of no area.',
    '',
    ...table(
      ['Event', 'Says', 'Rooms', 'Carries'],
      Object.entries(SOCKET_EVENTS).map(([name, event]) => [
        `\`${name}\``,
        `${event.says[0]} · ${event.says[1]}`,
        event.rooms.join(', '),
        [...event.ids, ...('maybe' in event ? event.maybe.map((key) => `${key}?`) : [])].join(', '),
      ]),
    ),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}
