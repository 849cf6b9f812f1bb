import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ROUTES } from '../../server/doors.ts';
import type { Route } from '../../server/platform/http/route.ts';
import type { Agent } from '../support/app.ts';
import { useLaidDemo } from './laid-store.ts';
import { insiders, outsiders } from './people.ts';
import type { Person } from './people.ts';
import { firstNameOf, idsOf, RECORD_OF, RECORD_OF_KEY } from './records.ts';
import { validInput } from './valid-input.ts';

const MOST_TRIED = 6;
const NOWHERE = 'f'.repeat(24);
/** So that no limit of a minute answers for the door. */
const APART = 61_000;
const HERE = ['532601', '5326010000000000000000c1'];

const INTERVIEW = {
  ...{ personName: '某人', personRole: '工人', place: '工地', begunAt: '2026-11-20T02:00:00Z' },
  ...{ inspectorIds: [NOWHERE], lines: [], isReporter: false },
};

/** Forms whose parts hang together in a way their shape does not say. */
const MADE: Readonly<Record<string, { body: Record<string, unknown>; query?: Record<string, unknown> }>> = {
  'get /projects/:id/attendance': { body: {}, query: { month: '2026-10' } },
  'put /projects/:id/safeguards/bond': {
    body: { kind: 'cash', amountFen: 1, storedOn: '2026-11-20', bankName: '演示银行' },
  },
  'post /cases/:id/interviews': { body: INTERVIEW },
  'patch /interviews/:id': { body: INTERVIEW },
  'post /interviews/:id/finish': {
    body: { endedAt: '2026-11-20T03:00:00Z', unsignedReason: '本人不愿签名' },
  },
  'post /documents/:id/confirm-service': {
    body: {
      serviceId: '6f1f1f0e-3a53-4c86-9a39-2b6f6b8f7d10',
      outcome: 'received',
      on: '2026-11-20',
      fileIds: [],
    },
  },
  'post /wage-accounts/:projectId/transactions': {
    body: {
      ...{ direction: 'in', kind: 'labourCost', amountFen: 100, on: '2026-11-20' },
      ...{ counterparty: '某建设单位', bankRef: 'FOREIGN-1' },
    },
  },
};

/**
 * What the form names is looked at before the record is looked for: the answer is the same for any name, so it shows nothing
 * of any record, and proves nothing of its reach either.
 */
const FORM_FIRST: readonly string[] = [
  'post /alerts/:id/ask',
  'post /alerts/:id/order',
  'post /alerts/:id/visit',
  'post /cases/:id/claims',
  'post /cases/:id/record-payment',
  'post /interviews/:id/sign',
  'post /projects/:id/safeguards/board-photos',
  'put /projects/:id/safeguards/account',
  'put /projects/:id/safeguards/contract',
];

const GROUPS = 'group-claims/group-claims.test.ts';
const UPLOADS = ['files/uploads.test.ts', 'is nobody else’s to see, go on with, finish or drop'] as const;
const CHECKS = [
  'sheet-checks/sheet-checks.test.ts',
  'nobody but who started a check sees or confirms it',
] as const;
const PACKS = [
  'evidence/packs.test.ts',
  'is begun and fetched by inspectors and heads of the office, with pieces of this case',
] as const;
const OWN_PLACE = [GROUPS, 'consent is each one’s own, and may be taken back'] as const;
const OWN_LINK = [
  GROUPS,
  'has a link that says nothing of anybody and cannot be guessed, for its representative alone',
] as const;
const WEBHOOKS = [
  'webhooks/webhooks.test.ts',
  'is for a program of its area or for a department, never for both, and goes to an address that is one',
] as const;

/** The demo has no such record that one of its people could open with a form made up: the test that makes one. */
const SHOWN_ELSEWHERE: Readonly<Record<string, readonly [file: string, title: string]>> = {
  'get /uploads/:id': UPLOADS,
  'patch /uploads/:id': UPLOADS,
  'delete /uploads/:id': UPLOADS,
  'post /uploads/:id/finish': UPLOADS,
  'get /sheet-checks/:id': CHECKS,
  'get /sheet-checks/:id/problems': CHECKS,
  'get /sheet-checks/:id/marked': CHECKS,
  'post /sheet-checks/:id/confirm': CHECKS,
  'get /evidence-packs/:id': PACKS,
  'get /evidence-packs/:id/zip': PACKS,
  'get /my/memberships/:id': OWN_PLACE,
  'post /my/memberships/:id/consent': OWN_PLACE,
  'post /my/memberships/:id/leave': OWN_PLACE,
  'post /my/memberships/:id/stay': OWN_PLACE,
  'get /my/groups/:receiptNumber': OWN_LINK,
  'post /my/groups/:receiptNumber/link': OWN_LINK,
  'post /my/groups/:receiptNumber/revoke-link': OWN_LINK,
  'get /webhooks/:id/deliveries': WEBHOOKS,
  'post /webhooks/:id/ping': WEBHOOKS,
  'post /webhooks/:id/secret': WEBHOOKS,
  'post /webhooks/:id/switch': WEBHOOKS,
  'post /webhook-deliveries/:id/send-again': WEBHOOKS,
  'post /cases/:id/proceedings/:proceedingId/:action': [
    'cases/proceedings.test.ts',
    'refuse what is unknown, missing, to come, out of order, stale, another’s or not open',
  ],
  'get /company/matters/:id/papers/:paperId/pdf': [
    'respondent/respondent.test.ts',
    'a paper once it is served on it, as it was issued; an unserved one and another’s are not there',
  ],
  'post /my/pay-lines/:id/card': [
    'payroll/pay-answers.test.ts',
    'asks a share of payees for the card, the same ones every time, and nobody where no share is set',
  ],
  'post /my/truth-question/:id': [
    'truth-sample/truth-sample.test.ts',
    'asks one question of whom it drew, and takes another answer in place of the first',
  ],
  'delete /work-calendar/local-holidays/:id': [
    'calendar/work-calendar.test.ts',
    'has local holidays that count in their area and not beside it, until they are taken back',
  ],
  'post /wage-accounts/:projectId/transactions/checks': [
    'funds/transactions.test.ts',
    'have a workbook to fill in for the branch that keeps the account and for nobody else',
  ],
  'post /company/matters/:id/proofs': [
    'respondent/respondent.test.ts',
    'refuses what was not asked, what is not its own, nothing at all, and anything once the demand is over',
  ],
  'post /listings/:id/persons/:personId/reveal': [
    'listings/listings.test.ts',
    'takes a debtor from the missed order to the public list, which says what the law lists and no more',
  ],
  'post /machine-clients/:id/end': [
    'machine-clients/machine-clients.test.ts',
    'an admin lets in and sees programs of his own areas only',
  ],
};

interface Call {
  path: string;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
}

const codeOf = (text: string): unknown =>
  text.startsWith('{') ? (JSON.parse(text) as { code?: unknown }).code : undefined;

/** What ends the caller's own session comes last. */
const last = ({ path }: Route): number => (path.startsWith('/session') ? 1 : 0);

describe('a record and those whose it is not', function () {
  this.timeout(60_000);
  const demo = useLaidDemo();
  let ours: Person[] = [];
  let others: Person[] = [];
  const ids = new Map<string, string[]>();
  let knocking = new Set<string>();

  before(async function () {
    this.timeout(180_000);
    ours = await insiders(demo.test);
    others = await outsiders(demo.test);
    for (const collection of new Set([...Object.values(RECORD_OF), ...Object.values(RECORD_OF_KEY)]))
      if (collection !== null) ids.set(collection, await idsOf(collection, HERE));
    // What is done to an account is done to those who do not knock here.
    knocking = new Set(await Promise.all([...ours, ...others].map(({ agent }) => ownId(agent))));
    ids.set(
      'users',
      (ids.get('users') ?? []).filter((id) => !knocking.has(id)),
    );
  });

  const ownId = async (agent: Agent): Promise<string> =>
    ((await agent.get('/api/session')).body as { user?: { id: string } }).user?.id ?? '';

  const pause = (): void => demo.test.clock.set(new Date(demo.test.clock.now().getTime() + APART));

  async function send(agent: Agent, route: Route, call: Call): Promise<{ status: number; text: string }> {
    const asked = agent[route.method](`/api${call.path}`)
      .query(call.query)
      .set({ 'if-match': '"v1"', 'idempotency-key': randomUUID(), 'upload-offset': '0' });
    const { status, text } = await (route.method === 'get' ? asked : asked.send(call.body));
    return { status, text: text ?? '' };
  }

  const known = (key: string): string | undefined => {
    if (key === 'areaCode') return '532601';
    const collection = RECORD_OF_KEY[key] ?? RECORD_OF_KEY[`${key}s`];
    return collection === undefined ? undefined : ids.get(collection)?.[0];
  };

  /** An address with this record in it; the other names are such as the shape lets through. */
  function callOf(route: Route, id: string, made: Pick<Call, 'query' | 'body'>): Call {
    const first = firstNameOf(route);
    const params = validInput(route.spec.params, known) ?? {};
    let path = route.path;
    if (first !== null) path = path.replace(first, first.replace(/:\w+$/u, id));
    return { ...made, path: path.replace(/:(\w+)/gu, (_, name: string) => String(params[name] ?? 'x')) };
  }

  /** A call with which one of these people gets through to a record of his; null where the demo has none. */
  async function seenCall(
    route: Route,
    collection: string,
    made: Pick<Call, 'query' | 'body'>,
    people: readonly Person[],
  ): Promise<Call | null> {
    for (const person of people) {
      const own = await listed(person.agent, route);
      const candidates = [...own.slice(0, MOST_TRIED), ...(ids.get(collection) ?? []).slice(0, MOST_TRIED)];
      for (const id of new Set(candidates)) {
        const call = callOf(route, id, made);
        const { status, text } = await send(person.agent, route, call);
        assert.notEqual(status, 401, `${person.who} is still signed in`);
        if (![403, 404, 405, 429].includes(status) && !text.includes('"in":"params"')) return call;
      }
    }
    return null;
  }

  /** Names the reader himself sees in the list before this door, if there is one. */
  async function listed(agent: Agent, route: Route): Promise<string[]> {
    const path = route.path.slice(0, route.path.indexOf('/:'));
    const list = ROUTES.find((one) => one.method === 'get' && one.path === path);
    if (list === undefined) return [];
    const { body } = await agent.get(`/api${path}`);
    const items = (body as { items?: Record<string, unknown>[] } | undefined)?.items ?? [];
    const key = route.path.slice(route.path.indexOf('/:') + 2).split('/')[0] ?? 'id';
    return items
      .map((item) => item[key])
      .filter((one) => typeof one === 'string' && !knocking.has(one)) as string[]; // said by typeof
  }

  for (const route of [...ROUTES].sort((a, b) => last(a) - last(b))) {
    const first = firstNameOf(route);
    if (first === null || route.audience.includes('public') || route.audience.includes('machine')) continue;
    const collection = RECORD_OF[first];
    if (collection === null) continue;
    const door = `${route.method} ${route.path}`;
    const mayPass = ({ role }: Person): boolean =>
      route.audience.includes('signedIn') || route.audience.includes(role);

    it(`${door} shows it to nobody else, and not even that it is there`, async () => {
      pause();
      assert.ok(collection !== undefined, 'RECORD_OF says which record the door is about');
      const made = MADE[door] ?? {
        body: validInput(route.spec.body, known),
        query: validInput(route.spec.query, known),
      };
      const { body, query = {} } = made;
      assert.ok(body !== undefined, 'MADE has a form that passes, where none is found');
      const call = await seenCall(route, collection, { body, query }, ours.filter(mayPass));
      if (door in SHOWN_ELSEWHERE) return;
      assert.ok(call !== null, 'one of the demo’s own people gets through to a record');
      const isUnproved = FORM_FIRST.includes(door);
      for (const person of others.filter(mayPass)) {
        const away = await send(person.agent, route, callOf(route, NOWHERE, { body, query }));
        const foreign = await send(person.agent, route, call);
        assert.ok(foreign.status >= 400, `${person.who}: ${foreign.status} ${foreign.text.slice(0, 300)}`);
        // Which areas there are, everybody knows.
        if (collection !== 'areas')
          assert.deepEqual(
            [foreign.status, codeOf(foreign.text)],
            [away.status, codeOf(away.text)],
            person.who,
          );
        if (!isUnproved)
          assert.ok([403, 404].includes(foreign.status), `${person.who}: ${foreign.text.slice(0, 300)}`);
      }
    });
  }

  it('what the demo lacks is shown to others where it is made', () => {
    const doors = new Set(ROUTES.map(({ method, path }) => `${method} ${path}`));
    for (const [door, [file, title]] of Object.entries(SHOWN_ELSEWHERE)) {
      assert.ok(doors.has(door), door);
      const text = readFileSync(new URL(`../features/${file}`, import.meta.url), 'utf8');
      assert.ok(text.includes(`it('${title}'`), `${file}: ${title}`);
    }
    assert.deepEqual(
      FORM_FIRST.filter((door) => !doors.has(door)),
      [],
    );
  });
});
