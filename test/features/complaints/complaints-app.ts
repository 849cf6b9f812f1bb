import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import request from 'supertest';
import { createApp } from '../../../server/app.ts';
import { configure } from '../../../server/configure.ts';
import type { ComplaintFiled, ComplaintRegistered } from '../../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { openWorkerAccount } from '../../../server/features/accounts/index.ts';
import { importAreas } from '../../../server/features/areas/index.ts';
import { COMPLAINTS_PERMISSIONS, complaintsRoutes } from '../../../server/features/complaints/index.ts';
import { fixedClock } from '../../../server/platform/clock.ts';
import type { Actor, Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { createLog } from '../../../server/platform/log.ts';
import { Outbox, outboxSecrets } from '../../../server/platform/outbox/outbox.models.ts';
import { testConfig } from '../../support/config.ts';
import { useStore } from '../../support/store.ts';

/** Friday morning; the acceptance period of a complaint received today ends on the Friday after. */
export const NOW = new Date('2026-11-20T02:00:00Z');
export const clock = fixedClock(NOW);

const staff = (id: string, name: string, ...grants: Grant[]): Actor => ({
  kind: 'user',
  userId: id.padEnd(24, '0'),
  name,
  grants,
  sessionId: 's'.repeat(24),
});
const at = (role: Grant['role'], areaCode: string, more: Partial<Grant> = {}): Grant => ({
  role,
  areaCode,
  ...more,
});

/** Who appears in these tests; workers are added with their phones. */
export const PEOPLE = {
  clerk: staff('c1', '陶小兰', at('clerk', '532601')),
  inspector: staff('d1', '李明清', at('inspector', '532601')),
  inspectorAndHead: staff('d9', '兼任', at('inspector', '532601'), at('bureauHead', '532601')),
  head: staff('b1', '何正平', at('bureauHead', '532601')),
  leader: staff('a1', '杨总领', at('leader', '5326')),
  prefectureClerk: staff('c5', '州小兰', at('clerk', '5326')),
  otherClerk: staff('c2', '砚山受理', at('clerk', '532622')),
  otherInspector: staff('d2', '砚山监察', at('inspector', '532622')),
  otherHead: staff('b2', '砚山局长', at('bureauHead', '532622')),
  grid: staff('e1', '侬阿珍', at('gridOfficer', '532601001')),
  housing: staff('f1', '王建业', at('departmentLiaison', '532601', { departmentCode: 'housing' })),
  transport: staff('f2', '交通联络', at('departmentLiaison', '532601', { departmentCode: 'transport' })),
  contractor: staff('ab', '陈工程', at('contractor', '532601', { companyId: 'c'.repeat(24) })),
} as const satisfies Record<string, Actor>;
export type Who = keyof typeof PEOPLE | 'worker' | 'otherWorker' | 'nobody';

export const WORKER_PHONE = '13800000001';
export const OTHER_PHONE = '13800000002';
/** Valid by its check digit, of nobody. */
export const CITIZEN_ID = '11010519491231002X';

const AREAS = [
  ['53', '云南省', 'Yunnan'],
  ['5326', '文山州', 'Wenshan'],
  ['532601', '文山市', 'Wenshan City'],
  ['532601001', '开化街道', 'Kaihua'],
  ['532601002', '卧龙街道', 'Wolong'],
  ['532622', '砚山县', 'Yanshan'],
] as const;

export const asSystem = (): Ctx => systemCtx('test', { now: clock.now(), today: clock.today() });

/** The context a use case is handed when this person acts now. */
export function asPerson(who: Exclude<Who, 'worker' | 'otherWorker' | 'nobody'>): Ctx {
  const actor = PEOPLE[who];
  const grants = actor.kind === 'user' ? actor.grants : [];
  return { actor, grants, now: clock.now(), today: clock.today(), requestId: 'test', ip: '127.0.0.1' };
}

type Send = (path: string, body?: object, headers?: Record<string, string>) => request.Test;
/** One person at the doors of this feature. */
export interface Visitor {
  get: (path: string, query?: Record<string, string | number | boolean>) => request.Test;
  post: Send;
  patch: Send;
  /** A creating POST; the same `key` again is the same submission. */
  create: (path: string, body: object, key?: string) => request.Test;
}

/** The complaints feature behind the HTTP side, on the real store, with people who need no sign-in. */
export function useComplaintsApp(): {
  as: (who: Who) => Visitor;
  /** The context in which a worker's own moves run. */
  workerCtx: (who: 'worker' | 'otherWorker') => Ctx;
  actorOf: (who: keyof typeof PEOPLE) => Actor;
} {
  useStore({ emptyBefore: 'all' });
  const workers = new Map<string, Actor>();
  let app: ReturnType<typeof createApp>['app'];

  before(async () => {
    clock.set(NOW);
    const config = testConfig();
    configure(config, clock);
    app = createApp({
      config,
      clock,
      log: createLog('silent'),
      routes: complaintsRoutes,
      permissionTables: [COMPLAINTS_PERMISSIONS],
      readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
      identity: [],
      version: '0.0.0',
      resolveActor: (req) => {
        const who = req.get('x-who') ?? 'nobody';
        return workers.get(who) ?? (Reflect.get(PEOPLE, who) as Actor | undefined) ?? { kind: 'anonymous' };
      },
      mustFirst: () => null,
      limit: () => Promise.resolve(),
    }).app;
    const rows = AREAS.map(([code, name, nameEn]) => ({
      ...{ code, name, nameEn },
      validFrom: plainDate('2010-01-01'),
      source: 'GB/T 2260',
    }));
    await importAreas('5326', rows, asSystem());
    for (const [who, phone] of [
      ['worker', WORKER_PHONE],
      ['otherWorker', OTHER_PHONE],
    ] as const) {
      const user = await inTransaction(() => openWorkerAccount(phone, asSystem()));
      const actor = {
        kind: 'user',
        userId: String(user._id),
        name: user.name,
        sessionId: 's'.repeat(24),
      } as const;
      workers.set(who, { ...actor, grants: user.grants });
    }
  });

  const send =
    (who: Who, method: 'get' | 'post' | 'patch') =>
    (path: string, body?: object, headers: Record<string, string> = {}): request.Test => {
      const sent = request(app)
        [method](`/api${path}`)
        .set({ host: 'localhost', 'x-who': who, ...headers });
      return body === undefined ? sent : sent.send(body);
    };
  return {
    actorOf: (who) => PEOPLE[who],
    workerCtx: (who) => {
      const actor = workers.get(who);
      if (actor?.kind !== 'user') throw new Error('workers are there once the tests run');
      const when = { now: clock.now(), today: clock.today() };
      return { actor, grants: actor.grants, ...when, requestId: 'test', ip: '127.0.0.1' };
    },
    as: (who) => ({
      get: (path, query = {}) => send(who, 'get')(path).query(query),
      post: send(who, 'post'),
      patch: send(who, 'patch'),
      create: (path, body, key = randomUUID()) => send(who, 'post')(path, body, { 'idempotency-key': key }),
    }),
  };
}

/** A worker's own form, whole and right. */
export const FORM = {
  intakeKind: 'COMPLAINT',
  projectName: '阳光花园二期',
  employerName: '文山建工集团有限公司',
  site: '开化北路 12 号',
  areaCode: '532601001',
  headcount: 3,
  payMonths: ['2026-09', '2026-08'],
  owedFen: 2_400_000,
  story: '八月和九月的工资没有发。',
  fileIds: [],
  name: '张大山',
} as const;

/** What a clerk writes down, whole and right. */
export const LEAD = {
  ...FORM,
  channel: 'HOTLINE_12345',
  receivedOn: '2026-11-20',
  externalNumber: 'W20261120-001',
  phone: '13900000009',
  name: '马春花',
} as const;

/** The message of the door's answer, or its body when it went well. */
export async function made<Body = ComplaintFiled>(sent: request.Test): Promise<Body> {
  const res = await sent;
  if (res.status !== 201) throw new Error(`${res.status} ${res.text}`);
  return res.body as Body;
}

let leads = 0;
/** Registers one more complaint of the office and opens it. */
export async function registered(clerk: Visitor, over: Record<string, unknown> = {}): Promise<ComplaintView> {
  leads += 1;
  const body = { ...LEAD, externalNumber: `N-${leads}`, ...over };
  const { id } = await made<ComplaintRegistered>(clerk.create('/complaints', body));
  return (await clerk.get(`/complaints/${id}`)).body as ComplaintView;
}

/** A move with the version the mover has seen. */
export const move = (
  who: Visitor,
  { id, version }: Pick<ComplaintView, 'id' | 'version'>,
  action: string,
  body: object = {},
): request.Test => who.post(`/complaints/${id}/${action}`, body, { 'if-match': `"v${version}"` });

/** The complaint after a move that went well. */
export async function moved(sent: request.Test): Promise<ComplaintView> {
  const res = await sent;
  if (res.status !== 200) throw new Error(`${res.status} ${res.text}`);
  return res.body as ComplaintView;
}

export const problemOf = async (sent: request.Test): Promise<Problem & { status: number }> => {
  const res = await sent;
  return { ...(res.body as Problem), status: res.status };
};

/** What lies in a collection, as it lies there. */
export const stored = (collection: string, filter: Record<string, unknown> = {}) =>
  mongoose.connection.collection(collection).find(filter).toArray();

/** The text messages waiting in the outbox, oldest first. */
export async function messages(): Promise<
  { template: string; channel: string; to: string; data: unknown }[]
> {
  const rows = await Outbox.find().sort({ _id: 1 }).lean();
  return rows.map((row) => {
    const payload = JSON.parse(outboxSecrets.openFields(row).payload ?? '{}') as {
      phone?: string;
      data: unknown;
    };
    return {
      template: row.template,
      channel: row.channel,
      to: payload.phone ?? row.userId ?? '',
      data: payload.data,
    };
  });
}
