import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import mongoose from 'mongoose';
import request from 'supertest';
import { createApp } from '../../../server/app.ts';
import { configure } from '../../../server/configure.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ClaimView } from '../../../server/core/contract/claims.ts';
import type { ComplaintRegistered } from '../../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { Grant, PermissionTable } from '../../../server/core/contract/roles.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { standInsOf } from '../../../server/features/absences/index.ts';
import { openAccount, openWorkerAccount } from '../../../server/features/accounts/index.ts';
import { importAreas } from '../../../server/features/areas/index.ts';
import { CASES_PERMISSIONS, casesRoutes } from '../../../server/features/cases/index.ts';
import { COMPLAINTS_PERMISSIONS, complaintsRoutes } from '../../../server/features/complaints/index.ts';
import { FILES_PERMISSIONS, filesRoutes } from '../../../server/features/files/index.ts';
import { fixedClock } from '../../../server/platform/clock.ts';
import type { Actor, Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { Route } from '../../../server/platform/http/route.ts';
import { createLog } from '../../../server/platform/log.ts';
import { Outbox, outboxSecrets } from '../../../server/platform/outbox/outbox.models.ts';
import { testConfig } from '../../support/config.ts';
import { useStore } from '../../support/store.ts';

export const clock = fixedClock(new Date('2026-03-02T02:00:00Z'));
/** Morning of that day in Shanghai. */
export const onDay = (day: string): void => clock.set(new Date(`${day}T02:00:00Z`));

const at = (role: Grant['role'], areaCode: string): Grant => ({ role, areaCode });
/** Staff with accounts, because a case is given to people of the office. */
const STAFF = {
  inspector: ['李明清', at('inspector', '532601')],
  inspector2: ['王队员', at('inspector', '532601')],
  inspector3: ['赵队员', at('inspector', '532601')],
  head: ['何正平', at('bureauHead', '532601')],
  both: ['高一肩', at('inspector', '532601'), at('bureauHead', '532601')],
  clerk: ['陶小兰', at('clerk', '532601')],
  leader: ['杨总领', at('leader', '5326')],
  otherInspector: ['砚山监察', at('inspector', '532622')],
  otherHead: ['砚山局长', at('bureauHead', '532622')],
  auditor: ['沈审之', at('auditor', '5326')],
} as const satisfies Record<string, readonly [string, ...Grant[]]>;
/** People of companies, where a test has any. */
type OfCompany = 'company' | 'colleague' | 'rival';
export type Who = keyof typeof STAFF | 'worker' | 'nobody' | OfCompany;
export const WORKER_PHONE = '13800000001';

const AREAS = [
  ['53', '云南省', 'Yunnan'],
  ['5326', '文山州', 'Wenshan'],
  ['532601', '文山市', 'Wenshan City'],
  ['532601001', '开化街道', 'Kaihua'],
  ['532622', '砚山县', 'Yanshan'],
] as const;

export const asSystem = (): Ctx => systemCtx('test', { now: clock.now(), today: clock.today() });
const actors = new Map<string, Actor>();
export const idOf = (who: Who): string => {
  const actor = actors.get(who);
  return actor?.kind === 'user' ? actor.userId : '';
};
/** The context a use case is handed when this person acts now. */
export function asPerson(who: Who): Ctx {
  const actor = actors.get(who) ?? { kind: 'anonymous' as const };
  const grants = actor.kind === 'user' ? actor.grants : [];
  return { actor, grants, now: clock.now(), today: clock.today(), requestId: 'test', ip: '127.0.0.1' };
}

type Send = (path: string, body?: object, headers?: Record<string, string>) => request.Test;
export interface Visitor {
  get: (path: string, query?: Record<string, string | number | boolean>) => request.Test;
  post: Send;
  patch: Send;
  create: (path: string, body: object, key?: string) => request.Test;
}

/** Whoever asks, with those for whom he stands in today: what a sign-in looks up with every request. */
const standing = new Map<string, Actor>();
const asStandIn: RequestHandler = (req, _res, next) => {
  const who = req.get('x-who') ?? '';
  const actor = actors.get(who);
  if (actor?.kind !== 'user') return next();
  standInsOf(actor.userId, clock.today()).then((standsInFor) => {
    standing.set(who, { ...actor, standsInFor });
    next();
  }, next);
};

/** Cases, complaints and files behind the HTTP side, on the real store, with people who need no sign-in. */
export function useCasesApp(
  more: {
    routes: readonly Route[];
    permissionTables: readonly PermissionTable[];
    people?: Readonly<Record<OfCompany, readonly [string, ...Grant[]]>>;
  } = { routes: [], permissionTables: [] },
): { as: (who: Who) => Visitor } {
  useStore({ emptyBefore: 'all' });
  let app: ReturnType<typeof createApp>['app'];

  before(async () => {
    onDay('2026-03-02');
    const config = testConfig();
    configure(config, clock);
    app = createApp({
      config,
      clock,
      log: createLog('silent'),
      routes: [...casesRoutes, ...complaintsRoutes, ...filesRoutes, ...more.routes],
      permissionTables: [
        CASES_PERMISSIONS,
        COMPLAINTS_PERMISSIONS,
        FILES_PERMISSIONS,
        ...more.permissionTables,
      ],
      readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
      identity: [asStandIn],
      version: '0.0.0',
      resolveActor: (req) => standing.get(req.get('x-who') ?? '') ?? { kind: 'anonymous' },
      mustFirst: () => null,
      limit: () => Promise.resolve(),
    }).app;
    const rows = AREAS.map(([code, name, nameEn]) => ({
      ...{ code, name, nameEn },
      validFrom: plainDate('2010-01-01'),
      source: 'GB/T 2260',
    }));
    await importAreas('5326', rows, asSystem());
    for (const [who, [name, ...grants]] of Object.entries({ ...STAFF, ...more.people })) {
      const password = { text: 'A-long-enough-2026', mustChange: false };
      const user = await openAccount({ name, login: who, grants }, password, asSystem());
      actors.set(who, { kind: 'user', userId: String(user._id), name, grants, sessionId: 's'.repeat(24) });
    }
    const worker = await inTransaction(() => openWorkerAccount(WORKER_PHONE, asSystem()));
    const { name, grants } = worker;
    actors.set('worker', {
      kind: 'user',
      userId: String(worker._id),
      name,
      grants,
      sessionId: 's'.repeat(24),
    });
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
    as: (who) => ({
      get: (path, query = {}) => send(who, 'get')(path).query(query),
      post: send(who, 'post'),
      patch: send(who, 'patch'),
      create: (path, body, key = randomUUID()) => send(who, 'post')(path, body, { 'idempotency-key': key }),
    }),
  };
}

type As = (who: Who) => Visitor;
/** The answer, or what the door said instead. */
export async function ok<Body>(sent: request.Test): Promise<Body> {
  const res = await sent;
  if (res.status >= 300) throw new Error(`${res.status} ${res.text}`);
  return res.body as Body;
}
export async function problemOf(sent: request.Test): Promise<Problem & { status: number }> {
  const res = await sent;
  return { ...(res.body as Problem), status: res.status };
}
/** Status, code and fields of a refusal, in one line. */
export async function refusal(sent: request.Test): Promise<string> {
  const { status, code, fields = [] } = await problemOf(sent);
  return [status, code, ...fields.map(({ path }) => path)].join(' ');
}

let leads = 0;
/** A complaint of the office that was accepted today. */
export async function acceptedComplaint(as: As, over: Record<string, unknown> = {}): Promise<ComplaintView> {
  leads += 1;
  const { id } = await ok<ComplaintRegistered>(
    as('clerk').create('/complaints', {
      intakeKind: 'COMPLAINT',
      channel: 'WALK_IN',
      externalNumber: `N-${leads}`,
      projectName: '阳光花园二期',
      employerName: '文山建工集团有限公司',
      areaCode: '532601001',
      headcount: 1,
      payMonths: ['2026-01', '2025-12'],
      owedFen: 900_001,
      story: '两个月的工资没有发。',
      fileIds: [],
      receivedOn: clock.today(),
      name: '张大山',
      phone: WORKER_PHONE,
      ...over,
    }),
  );
  const seen = await ok<ComplaintView>(as('clerk').get(`/complaints/${id}`));
  return ok(as('clerk').post(`/complaints/${id}/accept`, {}, { 'if-match': `"v${seen.version}"` }));
}

export const filing = (complaintIds: string[], over: object = {}): object => ({
  complaintIds,
  title: '文山建工拖欠工资',
  respondent: { name: '文山建工集团有限公司' },
  leadInspectorId: idOf('inspector'),
  coInspectorId: idOf('inspector2'),
  ...over,
});

/** A case on one fresh complaint. */
export async function filedCase(as: As, over: Record<string, unknown> = {}): Promise<CaseView> {
  const { id } = await acceptedComplaint(as, over);
  return ok(as('inspector').create('/cases', filing([id])));
}

/** A move with the version the mover has seen. */
export const move = (
  who: Visitor,
  { id, version }: Pick<CaseView, 'id' | 'version'>,
  action: string,
  body: object = {},
): request.Test => who.post(`/cases/${id}/${action}`, body, { 'if-match': `"v${version}"` });

/** The case after each of these moves of the inspector. */
export async function after(as: As, view: CaseView, ...steps: [string, object?][]): Promise<CaseView> {
  let now = view;
  for (const [action, body] of steps) now = await ok(move(as('inspector'), now, action, body));
  return now;
}

export const claimsOf = async (as: As, { id }: Pick<CaseView, 'id'>, who: Who = 'inspector') =>
  (await ok<{ items: ClaimView[] }>(as(who).get(`/cases/${id}/claims`))).items;

/** A file of the inspector that lies ready to be attached. */
export async function fileOf(who: Who, purpose = 'evidence'): Promise<string> {
  const made = await mongoose.connection.collection('files').insertOne({
    sha256: randomUUID().replaceAll('-', '').padEnd(64, '0'),
    name: '银行回单.pdf',
    purpose,
    mime: 'application/pdf',
    bytes: 10,
    hasThumbnail: false,
    areaCode: '532601',
    uploadedBy: idOf(who),
    uploadedAt: clock.now(),
    state: 'stored',
  });
  return String(made.insertedId);
}

export const stored = (collection: string, filter: Record<string, unknown> = {}) =>
  mongoose.connection.collection(collection).find(filter).toArray();

/** What waits in the outbox of these kinds: template and recipient, oldest first. */
export async function told(
  ...templates: string[]
): Promise<{ template: string; to: string; data: object }[]> {
  const rows = await Outbox.find({ template: { $in: templates } })
    .sort({ _id: 1 })
    .lean();
  return rows.map((row) => {
    const text = outboxSecrets.openFields(row).payload ?? '{}';
    const { phone, data } = JSON.parse(text) as { phone?: string; data: object };
    return { template: row.template, to: phone ?? row.userId ?? '', data };
  });
}
