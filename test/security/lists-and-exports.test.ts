import assert from 'node:assert/strict';
import type { IncomingMessage } from 'node:http';
import { boundsOf, IN_FULL } from '../../server/core/contract/reach.ts';
import { ROUTES } from '../../server/doors.ts';
import type { Route } from '../../server/platform/http/route.ts';
import type { Agent } from '../support/app.ts';
import { shapeOf } from '../support/hostile-input.ts';
import { LONG } from '../support/long-run.ts';
import { formatsOf, isDownload } from './access-document.ts';
import { fullNumbers } from './full-numbers.ts';
import { useLaidDemo } from './laid-store.ts';
import { AREA_THERE, layMirror, namesHere, OUT_THERE, toldOfThere } from './mirror-world.ts';
import { insiders, outsiders } from './people.ts';
import type { Person } from './people.ts';
import { firstNameOf, idsOf, RECORD_OF, RECORD_OF_KEY } from './records.ts';
import { saidIn } from './unpack.ts';
import { validInput } from './valid-input.ts';

const MOST_TRIED = 5;
/** So that no limit of a minute answers for the door. */
const APART = 61_000;
const HERE = ['532601', '5326010000000000000000c1', 'WS001'];
const PROJECT = '5326010000000000000000d1';

const TEAM = '53260100000000000000d1a3';
const MONTHS = { from: '2026-09', to: '2026-10' };
const DAYS = { from: '2026-09-01', to: '2026-11-20' };

/** What has to be said for a door to answer at all; ids are put in where one is asked for. */
const ASKED: Readonly<Record<string, Record<string, unknown>>> = {
  'get /absences': { officeCode: '532601' },
  'get /absences/people': { officeCode: '532601', role: 'inspector' },
  'get /assessment': { areaCode: '532601', year: 2026 },
  'get /assessment/export': { areaCode: '532601', year: 2026 },
  'get /cases/load': { officeCode: '532601' },
  'get /cases/inspectors': { officeCode: '532601' },
  'get /joint-meetings/agenda': { areaCode: '532601' },
  'get /accountability-hints': { kind: 'taskOverdue' },
  'get /events/chain-file': DAYS,
  'get /payroll/template': { projectId: PROJECT, teamId: TEAM, payMonth: '2026-10' },
  'get /payroll/prefill': { projectId: PROJECT, teamId: TEAM, payMonth: '2026-10', from: 'attendance' },
  'get /payroll/ledger': { projectId: PROJECT, ...MONTHS, reason: '核对工资台账' },
  'get /payroll/labour-ledger': { projectId: PROJECT, ...MONTHS, reason: '核对工资台账' },
  'get /reports/period': DAYS,
  'get /reports/period/export': DAYS,
  'get /bulletins': { kind: 'work', ...DAYS },
  'get /bulletins/export': { kind: 'work', ...DAYS },
  'get /roster/template': { projectId: PROJECT, teamId: TEAM },
  'get /attendance/template': { projectId: PROJECT, teamId: TEAM, month: '2026-10' },
  'get /exchange/projects/:id': { month: '2026-10', reason: '核对' },
  'get /projects/:id/attendance': { month: '2026-10' },
  'get /projects/:id/reconciliation/export': { month: '2026-10' },
};

/** Figures, blank forms, and what the demo has nothing of: nothing in the answer names a record. */
const NO_RECORDS: readonly string[] = [
  ...['get /session/mine', 'get /assessment', 'get /campaigns/form'],
  ...['get /cases/before-report', 'get /cases/glance', 'get /my/memberships'],
  ...['get /department-tasks/replies', 'get /accountability-hints/counts'],
  ...['get /documents/kinds', 'get /event-days', 'get /hazards/counts', 'get /hazards/form'],
  ...['get /incidents/counts', 'get /incidents/form', 'get /outbox/summary'],
  ...['get /parameters', 'get /my/attendance', 'get /pay-files/repay', 'get /alert-map'],
  ...['get /alert-figures', 'get /reports/period', 'get /webhooks', 'get /my/truth-question'],
  ...['get /bulletins', 'get /dashboard'],
  'get /events', // its first page is what was done last, here by those who knock
];

const OTHER_DEPARTMENT = 'departmentLiaison of another department';

/** Downloads the demo has no record for: the test that makes one looks at what it says. */
const NOT_LAID: Readonly<Record<string, string>> = {
  'get /archive/:id/pdf': 'test/features/archive',
  'get /evidence-packs/:id/zip': 'test/features/evidence/packs.test.ts',
  'get /files/:id': 'test/features/files: as it was attached, to its uploader and the readers of its record',
  'get /files/:id/thumbnail': 'test/features/files',
  'get /sheet-checks/:id/marked': 'test/features/sheet-checks',
  'get /company/matters/:id/papers/:paperId/pdf': 'test/features/respondent/respondent.test.ts',
};

/** Of the doors of IN_FULL those whose numbers the demo has. */
const SEEN_IN_FULL = [
  'get /payroll/ledger',
  'get /payroll/labour-ledger',
  'get /payroll/template',
  'get /attendance/template',
  'get /pay-files/:id/file',
  'get /projects/:id/safeguards/board.pdf',
];

/** What IN_FULL names of a door's numbers; a file handed out as it was brought may hold any. */
function isMeant(door: string, number: string): boolean {
  const why = IN_FULL[door];
  if (why === undefined) return false;
  const named = { id: 'citizen ids', phone: 'phone', card: 'bank card' };
  const kinds = Object.entries(named).filter(([, words]) => why.includes(words));
  return kinds.length === 0 || kinds.some(([kind]) => number.startsWith(`${kind} `));
}

const doorOf = ({ method, path }: Route): string => `${method} ${path}`;
const keysOf = (route: Route): string[] => Object.keys(shapeOf(route.spec.query).keys ?? {});
const bytesOf = (res: unknown, done: (error: Error | null, body: Buffer) => void): void => {
  const parts: Buffer[] = [];
  const answer = res as IncomingMessage & { text?: string }; // what superagent hands to a parser under Node
  answer.on('data', (part: Buffer) => parts.push(part));
  answer.on('end', () => {
    const body = Buffer.concat(parts);
    if (answer.headers['content-type']?.includes('json') === true) answer.text = body.toString('utf8');
    done(null, body);
  });
};

describe('lists and exports', function () {
  this.timeout(LONG ? 600_000 : 60_000);
  const demo = useLaidDemo();
  let ours: Person[] = [];
  let others: Person[] = [];
  let here: Awaited<ReturnType<typeof namesHere>>;
  let there: ReadonlyMap<string, number>;
  const ids = new Map<string, string[]>();

  before(async function () {
    this.timeout(180_000);
    for (const collection of new Set([...Object.values(RECORD_OF), ...Object.values(RECORD_OF_KEY)]))
      if (collection !== null) ids.set(collection, await idsOf(collection, HERE));
    here = await namesHere();
    there = await layMirror();
    ours = await insiders(demo.test);
    others = await outsiders(demo.test);
  });

  const pause = (): void => demo.test.clock.set(new Date(demo.test.clock.now().getTime() + APART));
  const known = (key: string): string | undefined => {
    if (key === 'areaCode') return '532601';
    if (key === 'projectId') return PROJECT;
    const collection = RECORD_OF_KEY[key] ?? RECORD_OF_KEY[`${key}s`];
    return collection === undefined ? undefined : ids.get(collection)?.[0];
  };
  const mayPass = (route: Route, { role }: Person): boolean =>
    route.audience.includes('signedIn') || route.audience.includes(role);

  async function taken(
    agent: Agent,
    { kind }: Route,
    path: string,
    query: object,
  ): Promise<{ status: number; said: string }> {
    const asked = agent.get(`/api${path}`).query(query);
    if (kind === 'json') {
      const { status, text } = await asked;
      return { status, said: text ?? '' };
    }
    const { status, body } = await asked.buffer(true).parse(bytesOf);
    return { status, said: saidIn(body as Buffer) }; // by bytesOf
  }

  const plainly = (route: Route): Record<string, unknown> =>
    ASKED[doorOf(route)] ??
    (route.spec.query?.validate({}).error === undefined ? {} : (validInput(route.spec.query, known) ?? {}));

  const ofHere = (said: string): string | null => {
    const id = said.match(/(?<![0-9a-f])[0-9a-f]{24}(?![0-9a-f])/gu)?.find((one) => here.ids.has(one));
    return id ?? here.words.find((word) => said.includes(word)) ?? null;
  };

  /** Asked for plainly, and for what lies elsewhere by each filter that could name it. */
  function questions(
    route: Route,
    elsewhere: { area: string; id(id: string): string; word: string },
  ): object[] {
    const plain = plainly(route);
    const filters = keysOf(route).flatMap((key): object[] => {
      if (key === 'areaCode') return [{ areaCode: elsewhere.area }];
      if (key === 'q') return [{ q: elsewhere.word }];
      const id = known(key);
      return RECORD_OF_KEY[key] === undefined || id === undefined ? [] : [{ [key]: elsewhere.id(id) }];
    });
    const format = keysOf(route).includes('format') ? { format: formatsOf(route)[0] } : {};
    // After every change the first of them stand for all; an export reads with those of its list.
    const asked = LONG ? filters : filters.slice(0, isDownload(route) ? 1 : 3);
    return [{}, ...asked].map((filter) => ({ ...plain, ...filter, ...format }));
  }
  const THERE = { area: AREA_THERE, id: (id: string) => `feed${id.slice(4)}`, word: '公司' };
  const HERE_ASKED = { area: '532601', id: (id: string) => id, word: '公司' };

  it('there is another world to be told of', () => {
    assert.ok(
      [...there.values()].every((count) => count > 0),
      JSON.stringify([...there]),
    );
    assert.ok(toldOfThere(`${OUT_THERE}某公司`) !== null);
  });

  const BOUND = ['person', 'attached', 'area', 'town', 'company', 'branch', 'department'];
  const lists = ROUTES.filter(
    (route) =>
      route.method === 'get' &&
      firstNameOf(route) === null &&
      route.audience.some(
        (who) => who !== 'public' && who !== 'machine' && BOUND.includes(boundsOf(route, who)),
      ),
  );
  const shown = new Set<string>();

  for (const route of lists)
    it(`${doorOf(route)} tells nobody of another area, company, branch or person`, async () => {
      const leaks: string[] = [];
      for (const [people, elsewhere, leak] of [
        [ours, THERE, toldOfThere],
        [others, HERE_ASKED, ofHere],
      ] as const)
        for (const { who, agent } of people.filter((one) => mayPass(route, one))) {
          // Downloads are taken by those of the demo below; sites of his industry are the department's own.
          if (people === ours && route.kind === 'raw' && !LONG) continue;
          if (who === OTHER_DEPARTMENT && doorOf(route) === 'get /projects') continue;
          pause();
          for (const query of questions(route, elsewhere)) {
            const { status, said } = await taken(agent, route, route.path, query);
            const asked = `${who} ${JSON.stringify(query)}: ${status}`;
            assert.ok(status < 500 && status !== 429, `${asked} ${said.slice(0, 200)}`);
            if (status >= 400) continue;
            if (people === ours && ofHere(said) !== null) shown.add(doorOf(route));
            const told = leak(said);
            if (told !== null) leaks.push(`${asked} ${told}`);
            if (people === ours && route.kind === 'json')
              leaks.push(...fullNumbers(said).map((number) => `${asked} ${number}`));
          }
        }
      assert.deepEqual(leaks, []);
    });

  it('each of them shows somebody a record, or shows figures, forms and what the demo does not hold', () => {
    const read = lists.filter(({ kind }) => kind === 'json').map(doorOf);
    const unshown = read.filter((door) => !shown.has(door) && !NO_RECORDS.includes(door));
    assert.deepEqual(unshown, []);
    assert.deepEqual(
      NO_RECORDS.filter((door) => !read.includes(door)),
      [],
    );
  });

  const takenBy = new Map<string, Set<string>>();
  const inFull = new Set<string>();
  const downloads = ROUTES.filter((route) => isDownload(route) && !route.audience.includes('public'));
  for (const route of downloads)
    it(`${doorOf(route)} shows nobody's number in full but where it has to, and nobody of elsewhere`, async () => {
      const door = doorOf(route);
      const leaks: string[] = [];
      for (const person of ours.filter((one) => mayPass(route, one)))
        for (const format of formatsFor(route, person)) {
          pause();
          const plain = plainly(route);
          const query = keysOf(route).includes('format') ? { ...plain, format } : plain;
          for (const path of await pathsOf(route, person)) {
            const { status, said } = await taken(person.agent, route, path, query);
            assert.ok(
              status < 500 && status !== 429,
              `${person.who} ${path} ${status} ${said.slice(0, 300)}`,
            );
            if (status >= 300) continue;
            takenBy.set(door, (takenBy.get(door) ?? new Set()).add(person.role));
            const told = toldOfThere(said);
            if (told !== null) leaks.push(`${person.who} ${format} ${told}`);
            const numbers = fullNumbers(said);
            if (numbers.length > 0) inFull.add(door);
            leaks.push(
              ...numbers.filter((one) => !isMeant(door, one)).map((one) => `${person.who} ${format} ${one}`),
            );
            break;
          }
        }
      assert.deepEqual(leaks, []);
    });

  it('each was taken by each role that may take it, but for what the demo does not hold', () => {
    const untaken = downloads.flatMap((route) => {
      const roles = new Set(ours.filter((one) => mayPass(route, one)).map(({ role }) => role));
      const left = [...roles].filter((role) => takenBy.get(doorOf(route))?.has(role) !== true);
      return left.length === 0 || doorOf(route) in NOT_LAID ? [] : [`${doorOf(route)}: ${left.join()}`];
    });
    assert.deepEqual(untaken, []);
    const doors = downloads.map(doorOf);
    assert.deepEqual(
      Object.keys(NOT_LAID).filter((door) => !doors.includes(door)),
      [],
    );
  });

  it('what is named as showing numbers in full does, so that it would be seen elsewhere', () => {
    for (const door of SEEN_IN_FULL) assert.ok(door in IN_FULL && inFull.has(door), door);
  });

  /** After every change each reader takes one of the formats and the next reader another; all of them in the long run. */
  function formatsFor(route: Route, person: Person): readonly string[] {
    const formats = formatsOf(route);
    return LONG ? formats : formats.filter((_, at) => at === ours.indexOf(person) % formats.length);
  }

  /** Addresses to try in turn: records this person is likely to see. */
  async function pathsOf(route: Route, { agent }: Person): Promise<string[]> {
    const first = firstNameOf(route);
    if (first === null) return [route.path];
    const list = ROUTES.find(
      ({ method, path }) => method === 'get' && path === first.replace(/\/:\w+$/u, ''),
    );
    const { body } = list === undefined ? { body: {} } : await agent.get(`/api${list.path}`);
    const key = /\w+$/u.exec(first)?.[0] ?? 'id';
    const items = (body as { items?: Record<string, unknown>[] } | undefined)?.items ?? [];
    const own = items.map((item) => item[key]).filter((one) => typeof one === 'string');
    const laid = ids.get(RECORD_OF[first] ?? '') ?? [];
    const params = validInput(route.spec.params, known) ?? {};
    const names = [...own.slice(0, MOST_TRIED), ...laid.slice(0, MOST_TRIED)];
    return [...new Set(names.length === 0 ? [String(params[key] ?? 'x')] : names)].map((id) =>
      route.path
        .replace(first, first.replace(/:\w+$/u, id))
        .replace(/:(\w+)/gu, (_, name: string) => String(params[name] ?? 'x')),
    );
  }
});
