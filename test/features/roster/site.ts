import { randomUUID } from 'node:crypto';
import type { EnrolmentView, TeamView, WriteEnrolment } from '../../../server/core/contract/roster.ts';
import type { Grant } from '../../../server/core/contract/roles.ts';
import { openAccount } from '../../../server/features/accounts/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { nobodysCitizenId } from '../../../seeds/random.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';

/** Of the demo registry: general contractor `own`, labour subcontractor `labour`, owner `owner` stand on SITE. */
export const SITE = '5326010000000000000000d1';
export const OTHER_SITE = '5326010000000000000000d2';
export const COMPANY = {
  own: '5326010000000000000000c1',
  labour: '5326010000000000000000c2',
  owner: '5326010000000000000000c3',
  group: '5326010000000000000000c4',
} as const;
const PASSWORD = 'a-long-enough-password';

export interface Office {
  test: TestApp;
  system: Ctx;
  general: Agent;
  sub: Agent;
  owner: Agent;
  /** The general contractor of OTHER_SITE. */
  group: Agent;
  inspector: Agent;
}

/** The demo region at nine in the morning, with one person of each company. */
export async function openOffice(): Promise<Office> {
  const test = startTestApp();
  const system = systemCtx('test', { now: test.clock.now(), today: test.clock.today() });
  await runSeeds({ ctx: system, demo: true, regionCode: '5326' });
  const of = async (login: string, grant: Omit<Grant, 'areaCode'>): Promise<Agent> => {
    const grants: Grant[] = [{ areaCode: '532601', ...grant }];
    await openAccount({ login, name: login, grants }, { text: PASSWORD, mustChange: false }, system);
    return test.signIn(login, PASSWORD);
  };
  const company = (login: keyof typeof COMPANY): Promise<Agent> =>
    of(`${login}-test`, { role: 'contractor', companyId: COMPANY[login], position: 'labourOfficer' });
  return {
    test,
    system,
    general: await company('own'),
    sub: await company('labour'),
    owner: await company('owner'),
    group: await company('group'),
    inspector: await of('inspector-test', { role: 'inspector' }),
  };
}

export const create = (agent: Agent, path: string, body: object) =>
  agent.post(`/api${path}`).set('idempotency-key', randomUUID()).send(body);

export async function addTeam(
  agent: Agent,
  projectId: string,
  employerId: string,
  name: string,
): Promise<TeamView> {
  const body = {
    employerId,
    name,
    enteredOn: '2026-03-02',
    leaderName: '何班长',
    leaderPhone: '13800000401',
  };
  const made = await create(agent, `/projects/${projectId}/teams`, body).expect(201);
  return made.body as TeamView;
}

let serial = 500_000;

/** Somebody whom the gate lets in, unless something is taken away. */
export function person(team: TeamView, changes: Partial<WriteEnrolment> = {}): WriteEnrolment {
  serial += 1;
  return {
    projectId: team.projectId,
    teamId: team.id,
    name: `工人${String(serial)}`,
    citizenId: nobodysCitizenId(serial),
    phone: `139${String(serial).padStart(8, '0')}`,
    bankCard: `6217${String(serial).padStart(12, '0')}`,
    bankName: '中国农业银行',
    workType: '020',
    workRole: 'BUILDER',
    isTeamLeader: false,
    payKind: 'TIME_RATE',
    dayRateFen: 30_000 as WriteEnrolment['dayRateFen'] & number,
    contract: {
      kind: 'labourContract',
      signedOn: '2026-03-02' as never, // days and fen are branded at the door
      from: '2026-03-02' as never,
    },
    safetyTrainedOn: '2026-03-02' as never,
    ...changes,
  };
}

export async function enrol(agent: Agent, input: WriteEnrolment): Promise<EnrolmentView> {
  const made = await create(agent, '/enrolments', input).expect(201);
  return made.body as EnrolmentView;
}

/** `enter`, `leave`, `settle` on the version that was last seen. */
export const move = (agent: Agent, seen: EnrolmentView, action: string, body: object) =>
  agent.post(`/api/enrolments/${seen.id}/${action}`).set('if-match', `"v${seen.version}"`).send(body);

export async function letIn(agent: Agent, input: WriteEnrolment, on = '2026-03-02'): Promise<EnrolmentView> {
  const made = await enrol(agent, input);
  return (await move(agent, made, 'enter', { on }).expect(200)).body as EnrolmentView;
}
