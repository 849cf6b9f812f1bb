import assert from 'node:assert/strict';
import { nobodysCitizenId } from '../../../seeds/random.ts';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ClaimHintsView } from '../../../server/core/contract/claims.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { CLAIM_HINTS_PERMISSIONS, claimHintsRoutes } from '../../../server/features/claim-hints/index.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { createTeam, enrolMany, findTeam, recordMonths } from '../../../server/features/roster/index.ts';
import type { Who } from '../cases/cases-app.ts';
import { acceptedComplaint, asSystem, filing, ok, useCasesApp } from '../cases/cases-app.ts';

const JANUARY = payMonth('2026-01');
const person = (at: number, phone = `1380000088${at}`) => ({
  name: `工友${at}`,
  citizenId: nobodysCitizenId(700_000 + at),
  phone,
});
const claimed = (at: number, phone?: string) => ({
  ...person(at, phone),
  months: [{ payMonth: JANUARY, owedFen: 100_000 }],
});

describe('what is asked of a site before its claims are believed or doubted', function () {
  this.timeout(20_000);
  const { as } = useCasesApp({ routes: claimHintsRoutes, permissionTables: [CLAIM_HINTS_PERMISSIONS] });
  let projectId: string;
  const hintsOf = (view: Pick<CaseView, 'id'>, who: Who = 'inspector') =>
    ok<ClaimHintsView>(as(who).get(`/cases/${view.id}/claim-hints`));
  const filed = async (over: object): Promise<CaseView> => {
    const { id } = await acceptedComplaint(as, { headcount: 4, ...over });
    return ok(as('inspector').create('/cases', filing([id])));
  };
  const lines = ({ hints }: ClaimHintsView): string[] =>
    hints.map(
      ({ code, people, seen }) => `${code} ${[...people.map(({ name }) => name), ...seen].join(' ')}`,
    );

  before(async () => {
    const employerId = (await createCompany({ name: '文山建工集团有限公司', areaCode: '532601' }, asSystem()))
      .id;
    const hires = { companyId: employerId, role: 'generalContractor' } as const;
    const site = { name: '阳光花园二期', areaCode: '532601001', site: '河边', state: 'building' } as const;
    projectId = (await createProject({ ...site, parties: [hires] }, asSystem())).id;
    const gang = { employerId, name: '钢筋班', leaderName: '工友3', enteredOn: plainDate('2025-06-01') };
    const team = await findTeam((await createTeam(projectId, gang, asSystem())).id);
    assert.ok(team !== null);
    const job = { workType: '030', workRole: 'BUILDER', isTeamLeader: false, payKind: 'TIME_RATE' } as const;
    const onSite = { enteredOn: plainDate('2025-09-03'), isInAlready: true };
    const hired = [1, 2, 3].map((at) => ({ employerId, ...job, ...person(at), ...onSite }));
    const { enrolled } = await enrolMany(team, hired, asSystem());
    const worked = { projectId, teamId: team.id, month: JANUARY, source: 'workbook' } as const;
    const days = Array.from({ length: 31 }, () => 100);
    for (const at of [0, 2])
      await recordMonths([{ ...worked, enrolmentId: enrolled[at] ?? '', days, hours: days.map(() => null) }]);
  });

  it('names who is unknown there, who never came, who leads the team, and whose phone is one', async () => {
    const view = await filed({
      projectId,
      story: '欠班组工程款',
      people: [claimed(1), claimed(2), claimed(3), claimed(4, '13800000881')],
    });
    const hints = await hintsOf(view);
    assert.deepEqual(lines(hints), [
      'notOnRoster 工友4',
      'notInAttendance 工友2 2026-01',
      'samePhone 工友1 工友4',
      'teamLeader 工友3',
      'worksMoney 工程款',
    ]);
    assert.deepEqual(hints.gaps, []);
    assert.match(hints.hints.at(-1)?.citation?.zh ?? '', /第五十二条/);
    assert.deepEqual(
      hints.hints.at(-1)?.complaints.map(({ receiptNumber }) => receiptNumber),
      view.complaints.map(({ receiptNumber }) => receiptNumber),
    );
  });

  it('says that it could ask nothing where the case names no project on record', async () => {
    const { hints, gaps } = await hintsOf(await filed({ people: [claimed(8)], story: '没有发工资' }));
    assert.deepEqual([hints, gaps], [[], ['noProject']]);
  });

  it('counts the other respondents of one phone, each once, but not this one', async () => {
    const elsewhere = { people: [claimed(9)], story: '没有发工资' };
    for (const employerName of ['甲公司', '乙公司', '乙公司']) {
      const { id } = await acceptedComplaint(as, { headcount: 1, ...elsewhere, employerName });
      await ok(as('inspector').create('/cases', filing([id], { respondent: { name: employerName } })));
    }
    assert.deepEqual(lines(await hintsOf(await filed(elsewhere))), ['manyRespondents 工友9']);
  });

  it('is nobody’s outside the office, and names no reporter to who may not know him', async () => {
    const view = await filed({ projectId, intakeKind: 'REPORT', people: [claimed(4)], story: '没有发工资' });
    assert.deepEqual(lines(await hintsOf(view)), ['notOnRoster 工友4']);
    assert.deepEqual(lines(await hintsOf(view, 'clerk')), []);
    for (const [who, status] of [
      ['otherInspector', 404],
      ['leader', 403],
      ['worker', 403],
      ['nobody', 401],
    ] as const)
      await as(who).get(`/cases/${view.id}/claim-hints`).expect(status);
  });
});
