import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import request from 'supertest';
import { createApp } from '../../../server/app.ts';
import { configure } from '../../../server/configure.ts';
import type { Grant, PermissionTable } from '../../../server/core/contract/roles.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { openAccount, openWorkerAccount } from '../../../server/features/accounts/index.ts';
import { importAreas } from '../../../server/features/areas/index.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { COMPLAINTS_PERMISSIONS, complaintsRoutes } from '../../../server/features/complaints/index.ts';
import { askWorkersLater } from '../../../server/features/payroll/pay-ask.model.ts';
import { PAYROLL_PERMISSIONS, payrollRoutes } from '../../../server/features/payroll/index.ts';
import { lineSecrets, PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import { insertLines } from '../../../server/features/payroll/payroll-lines-write.model.ts';
import type {
  PayrollLineRecord,
  PayrollSheetRecord,
} from '../../../server/features/payroll/payroll.record.ts';
import { findSheet, insertSheet } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { Attendance } from '../../../server/features/roster/attendance.model.ts';
import { enrolmentDocument, Enrolments } from '../../../server/features/roster/enrolment.model.ts';
import { Teams } from '../../../server/features/roster/team.model.ts';
import { resolveMachine } from '../../../server/features/machine-clients/index.ts';
import { ensureWorker } from '../../../server/features/workers/index.ts';
import { fixedClock } from '../../../server/platform/clock.ts';
import type { Actor, Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import type { Route } from '../../../server/platform/http/route.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { createLog } from '../../../server/platform/log.ts';
import { testConfig } from '../../support/config.ts';
import { useStore } from '../../support/store.ts';

/** Friday; the pay day of October was the 14th. */
const NOW = new Date('2026-11-20T02:00:00Z');
export const clock = fixedClock(NOW);
export const MONTH = payMonth('2026-10');
export const WORKER_PHONE = '13800000001';
export const OTHER_PHONE = '13800000002';
/** Valid by their check digits, of nobody. */
const CITIZEN_IDS = ['11010519491231002X', '110101199003074258'] as const;
export const CARD = '6222020200112233445';

const AREAS = [
  ['53', '云南省', 'Yunnan'],
  ['5326', '文山州', 'Wenshan'],
  ['532601', '文山市', 'Wenshan City'],
  ['532601001', '开化街道', 'Kaihua'],
  ['532622', '砚山县', 'Yanshan'],
] as const;

export const asSystem = (): Ctx => systemCtx('test', { now: clock.now(), today: clock.today() });
const SESSION = { sessionId: 's'.repeat(24) };
const person = (id: string, name: string, grant: Grant): Actor => ({
  ...{ kind: 'user', userId: id.padEnd(24, '0'), name },
  ...SESSION,
  grants: [grant],
});

export type Who =
  | 'labour'
  | 'gcAdmin'
  | 'sub'
  | 'otherSub'
  | 'owner'
  | 'clerk'
  | 'inspector'
  | 'otherInspector'
  | 'leader'
  | 'head'
  | 'otherHead'
  | 'bank'
  | 'otherBank'
  | 'admin'
  | 'worker'
  | 'otherWorker'
  | 'nobody';

/** One person at the doors. */
export interface Visitor {
  get: (path: string, query?: Record<string, string>) => request.Test;
  move: (path: string, version: number, body?: object) => request.Test;
  create: (path: string, body: object, key?: string) => request.Test;
}

export interface PayrollLifeApp {
  as: (who: Who) => Visitor;
  ctxOf: (who: Who) => Ctx;
  /** What answers, for requests that nobody of these sends. */
  server: () => ReturnType<typeof createApp>['app'];
  projectId: string;
  /** One sheet of the subcontractor's team, filed for both workers, its messages still to be sent. */
  file: (over?: Partial<PayrollSheetRecord>) => Promise<{ sheetId: string; own: string; others: string }>;
}

const company = async (name: string): Promise<string> =>
  (await createCompany({ name, areaCode: '532601' }, asSystem())).id;

/** Doors of further features beside those of payroll and complaints. */
export interface More {
  routes: readonly Route[];
  permissionTables: readonly PermissionTable[];
}

/** Payroll and complaints behind the HTTP side, on the real store: one site, its firms, two men of one team. */
export function usePayrollLife(more: More = { routes: [], permissionTables: [] }): PayrollLifeApp {
  useStore({ emptyBefore: 'all' });
  const people = new Map<string, Actor>();
  const made = { projectId: '', employerId: '', teams: 0 };
  let app: ReturnType<typeof createApp>['app'];

  before(async () => {
    clock.set(NOW);
    const config = testConfig();
    configure(config, clock);
    app = createApp({
      ...{ config, clock, log: createLog('silent'), version: '0.0.0', identity: [] },
      routes: [...payrollRoutes, ...complaintsRoutes, ...more.routes],
      permissionTables: [PAYROLL_PERMISSIONS, COMPLAINTS_PERMISSIONS, ...more.permissionTables],
      readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
      resolveMachine: (req, purpose) => resolveMachine(req, purpose, clock.now()),
      resolveActor: (req) => people.get(req.get('x-who') ?? '') ?? { kind: 'anonymous' },
      mustFirst: () => null,
      limit: () => Promise.resolve(),
    }).app;
    const validFrom = plainDate('2010-01-01');
    const rows = AREAS.map(([code, name, nameEn]) => ({
      code,
      name,
      nameEn,
      validFrom,
      source: 'GB/T 2260',
    }));
    await importAreas('5326', rows, asSystem());
    await firmsAndPeople();
  });

  async function firmsAndPeople(): Promise<void> {
    const [gc, sub, other, owner] = [
      await company('文山甲建工有限公司'),
      await company('文山乙劳务有限公司'),
      await company('文山丙劳务有限公司'),
      await company('文山丁开发有限公司'),
    ];
    const project = await createProject(
      {
        ...{ name: '清河安居工程', areaCode: '532601001', site: '清河路 3 号', state: 'building' },
        parties: [
          { role: 'generalContractor', companyId: gc },
          { role: 'labourSubcontractor', companyId: sub },
          { role: 'labourSubcontractor', companyId: other },
          { role: 'projectOwner', companyId: owner },
        ],
      },
      asSystem(),
    );
    Object.assign(made, { projectId: project.id, employerId: sub });
    const firm = (companyId: string, position: NonNullable<Grant['position']>): Grant => ({
      ...{ role: 'contractor', areaCode: '532601', companyId, position },
    });
    const officer = { name: '赵劳资', login: 'labour', email: 'labour@example.com' };
    const account = await openAccount(
      { ...officer, grants: [firm(gc, 'labourOfficer')] },
      { text: 'correct horse 42', mustChange: false },
      asSystem(),
    );
    people.set('labour', person(String(account._id), '赵劳资', firm(gc, 'labourOfficer')));
    people.set('gcAdmin', person('a1', '陈工程', firm(gc, 'companyAdmin')));
    people.set('sub', person('a2', '马众合', firm(sub, 'companyAdmin')));
    people.set('otherSub', person('a3', '他家', firm(other, 'labourOfficer')));
    people.set('owner', person('a4', '杨开发', firm(owner, 'companyAdmin')));
    people.set('clerk', person('c1', '陶小兰', { role: 'clerk', areaCode: '532601' }));
    people.set('inspector', person('d1', '李明清', { role: 'inspector', areaCode: '532601' }));
    people.set('otherInspector', person('d2', '砚山', { role: 'inspector', areaCode: '532622' }));
    people.set('admin', person('ad1', '系统管理', { role: 'admin', areaCode: '532601' }));
    people.set('head', person('b1', '何局长', { role: 'bureauHead', areaCode: '532601' }));
    people.set('otherHead', person('b2', '白局长', { role: 'bureauHead', areaCode: '532622' }));
    people.set('leader', person('e1', '杨总领', { role: 'leader', areaCode: '5326' }));
    const branch = { role: 'bank', areaCode: '532601', bankBranchCode: 'WS001' } as const;
    people.set('bank', person('f1', '钱银行', branch));
    people.set('otherBank', person('f2', '他行', { ...branch, bankBranchCode: 'WS002' }));
    for (const [who, phone] of [
      ['worker', WORKER_PHONE],
      ['otherWorker', OTHER_PHONE],
    ] as const) {
      const { _id, name, grants } = await inTransaction(() => openWorkerAccount(phone, asSystem()));
      people.set(who, { kind: 'user', userId: String(_id), name, ...SESSION, grants });
    }
  }

  const actorOf = (who: Who): Actor => people.get(who) ?? { kind: 'anonymous' };
  const send = (who: Who, method: 'get' | 'post', path: string): request.Test =>
    request(app)[method](`/api${path}`).set({ host: 'localhost', 'x-who': who });
  return {
    get projectId() {
      return made.projectId;
    },
    server: () => app,
    ctxOf: (who) => {
      const actor = actorOf(who);
      const grants = actor.kind === 'user' ? actor.grants : [];
      return { actor, grants, now: clock.now(), today: clock.today(), requestId: 'test', ip: '127.0.0.1' };
    },
    as: (who) => ({
      get: (path, query = {}) => send(who, 'get', path).query(query),
      move: (path, version, body) => {
        const sent = send(who, 'post', path).set('if-match', `"v${version}"`);
        return body === undefined ? sent : sent.send(body);
      },
      create: (path, body, key = randomUUID()) =>
        send(who, 'post', path).set('idempotency-key', key).send(body),
    }),
    file: async (over = {}) => {
      made.teams += 1;
      const teamId = new mongoose.Types.ObjectId();
      const where = { projectId: made.projectId, employerId: made.employerId, areaCode: '532601001' };
      const since = { enteredOn: '2026-03-02', createdAt: clock.now(), version: 1 };
      await Teams.create([{ _id: teamId, ...where, name: `木工${made.teams}班`, ...since }]);
      const sheet = sheetOf({ ...where, teamId: String(teamId), teamName: `木工${made.teams}班` }, over);
      const lines = [
        await lineOf(sheet, '张大山', WORKER_PHONE, CITIZEN_IDS[0], 1),
        await lineOf(sheet, '马春花', OTHER_PHONE, CITIZEN_IDS[1], 2),
      ];
      const sheetId = String(sheet._id);
      await inTransaction(async () => {
        await insertSheet(sheet);
        await insertLines(sheetId, lines);
        await askWorkersLater({ sheetId, areaCode: sheet.areaCode, occasion: 'filed' }, asSystem());
      });
      const [own, others] = lines.map(({ _id }) => String(_id));
      return { sheetId, own: own ?? '', others: others ?? '' };
    },
  };
}

const NET = fen(580_000);

function sheetOf(
  of: Pick<PayrollSheetRecord, 'projectId' | 'employerId' | 'areaCode' | 'teamId' | 'teamName'>,
  over: Partial<PayrollSheetRecord>,
): PayrollSheetRecord {
  return {
    ...{ _id: new mongoose.Types.ObjectId(), version: 1, ...of, payMonth: MONTH },
    ...{ projectName: '清河安居工程', employerName: '文山乙劳务有限公司', revision: 1, state: 'signing' },
    ...{ standing: true, payOn: plainDate('2026-11-13'), source: 'typed', contentHash: randomUUID() },
    ...{ people: 2, grossFen: fen(1_200_000), deductionsFen: fen(40_000), netFen: fen(2 * NET) },
    ...{ creditedFen: fen(0), sent: 0, credited: 0, bounced: 0, notices: [], noticeCount: 0 },
    ...{ noticeRules: [], cardQuestions: { asked: 0, yes: 0, no: 0 } },
    money: { shortFen: fen(2 * NET), sentFen: fen(0), otherAmounts: 0 },
    answers: { right: 0, less: 0, nothing: 0, notMe: 0, unanswered: 2 },
    ...{ filedAt: clock.now(), filedOn: clock.today(), filedBy: { name: '马众合' }, history: [] },
    ...over,
  };
}

async function lineOf(
  sheet: PayrollSheetRecord,
  workerName: string,
  phone: string,
  citizenId: string,
  row: number,
): Promise<Omit<PayrollLineRecord, 'sheetId'>> {
  const { projectId, teamId, employerId, areaCode } = sheet;
  const known = { name: workerName, citizenId, phone, areaCode };
  const workerId = await inTransaction(() => ensureWorker(known, asSystem()));
  const since = { enteredOn: plainDate('2026-03-02'), createdAt: clock.now() };
  const job = { workType: '030', workRole: 'BUILDER', isTeamLeader: false, payKind: 'TIME_RATE' } as const;
  const where = { projectId, teamId, employerId, areaCode, workerId };
  const content = { ...where, name: workerName, ...job, state: 'onSite', missing: [], ...since } as const;
  const secrets = { citizenId, phone, bankCard: CARD };
  const enrolment = enrolmentDocument({ ...content, missing: [] }, secrets);
  await Enrolments.create([enrolment]);
  const days = [100, 100, 50];
  await Attendance.create([
    {
      ...{
        enrolmentId: enrolment._id,
        projectId,
        teamId,
        month: MONTH,
        daysHundredths: 250,
        hoursHundredths: 0,
      },
      ...{ workbook: { days, hours: days.map(() => null) }, version: 1 },
    },
  ]);
  const _id = new mongoose.Types.ObjectId();
  const zero = fen(0);
  const none = {
    ...{ incomeTax: zero, socialInsurance: fen(20_000), courtOrdered: zero, damage: zero, other: zero },
  };
  return {
    ...{ _id, version: 1, projectId, areaCode, employerId, teamId, payMonth: MONTH, standing: true, row },
    ...{ workerId, enrolmentId: String(enrolment._id), workerName, workType: '030', payKind: 'TIME_RATE' },
    ...lineSecrets.sealFields(_id, secrets),
    ...{ daysHundredths: 2600, attendedHundredths: 250, dayRateFen: fen(23_077) },
    ...{ overtimeFen: fen(0), allowancesFen: fen(0), backPayFen: fen(0), grossFen: fen(600_000) },
    ...{ advanceFen: fen(0), deductions: none, netFen: NET, isSigned: false, answers: [] },
    bank: { state: 'none', attempts: 0 },
  };
}

export const sheetNow = async (id: string): Promise<PayrollSheetRecord> => {
  const found = await findSheet(id);
  if (found === null) throw new Error('The sheet is there');
  return found;
};
export const lineNow = async (id: string): Promise<PayrollLineRecord> => {
  const found: unknown = await PayrollLines.findById(id).lean();
  return found as PayrollLineRecord; // lean document of this model
};
