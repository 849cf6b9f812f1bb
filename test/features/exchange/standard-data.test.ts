import assert from 'node:assert/strict';
import type { BundleTaken, StandardBundle } from '../../../server/core/contract/standard-data.ts';
import type { FieldProblem, Problem } from '../../../server/core/contract/errors.ts';
import type { TeamView } from '../../../server/core/contract/roster.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { PayrollLines } from '../../../server/features/payroll/payroll-line.model.ts';
import { PayrollSheets } from '../../../server/features/payroll/payroll-sheet.model.ts';
import { Projects } from '../../../server/features/projects/project.model.ts';
import { Attendance } from '../../../server/features/roster/attendance.model.ts';
import { Enrolments } from '../../../server/features/roster/enrolment.model.ts';
import { Teams } from '../../../server/features/roster/team.model.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import type { Agent } from '../../support/app.ts';
import { useStore } from '../../support/store.ts';
import { fileTyped, hire, MONTH, typed } from '../payroll/filing-site.ts';
import type { Hand } from '../payroll/filing-site.ts';
import type { Office } from '../roster/site.ts';
import { addTeam, COMPANY, create, openOffice, SITE } from '../roster/site.ts';

const REASON = '报送省级平台';

describe('a project goes out and comes in as objects of the national data standard', function () {
  this.timeout(60_000);
  useStore({ emptyBefore: 'all' });
  let office: Office;
  let rebar: TeamView;
  let hands: [Hand, Hand];
  let whole: StandardBundle;

  const exported = async (agent: Agent, id: string, reason?: string): Promise<StandardBundle> => {
    const query = { month: MONTH, ...(reason === undefined ? {} : { reason }) };
    const { body } = await agent.get(`/api/exchange/projects/${id}`).query(query).expect(200);
    return body as StandardBundle;
  };
  const imported = async (bundle: object): Promise<BundleTaken> => {
    const sent = await create(office.inspector, '/exchange/import', bundle).expect(200);
    return sent.body as BundleTaken;
  };
  const refused = async (bundle: object): Promise<(string | undefined)[]> => {
    const sent = await create(office.inspector, '/exchange/import', bundle).expect(422);
    return ((sent.body as { fields?: FieldProblem[] }).fields ?? []).map(({ path }) => path);
  };
  /** Numbers that our own records give: nobody else's are the same. */
  const withoutIds = (bundle: StandardBundle): StandardBundle => {
    const numbers = new Map(bundle.teams.map(({ teamSysNo, teamName }) => [teamSysNo, teamName]));
    const text = JSON.stringify(bundle, (key: string, value: unknown) =>
      key === 'projectCode' ? '' : key === 'teamSysNo' ? numbers.get(String(value)) : value,
    );
    return JSON.parse(text) as StandardBundle;
  };
  const changed = (change: (bundle: StandardBundle) => void): StandardBundle => {
    const bundle = structuredClone(whole);
    change(bundle);
    return bundle;
  };
  const first = <Item>(items: readonly Item[]): Item => {
    const [item] = items;
    assert.ok(item !== undefined);
    return item;
  };

  before(async () => {
    office = await openOffice();
    rebar = await addTeam(office.sub, SITE, COMPANY.labour, '钢筋班');
    hands = [await hire(office.sub, rebar, 20), await hire(office.sub, rebar, 22)];
    const entries = [
      typed(hands[0], 20, {
        backPayFen: 50_000,
        backPayMonth: '2026-09',
        grossFen: 650_000,
        netFen: 650_000,
      }),
      typed(hands[1], 22, {
        netFen: 650_000,
        deductions: { incomeTax: 10_000, socialInsurance: 0, courtOrdered: 0, damage: 0, other: 0 },
      }),
    ];
    await fileTyped(office.sub, rebar, entries).expect(201);
    whole = await exported(office.inspector, SITE, REASON);
  });

  it('amounts are yuan with two decimals, days have two decimals, back pay is a row of its own', () => {
    const { details } = first(whole.payrolls);
    const told = details.map((one) => [one.totalPayAmount, one.actualAmount, one.days, one.isBackPay]);
    assert.deepEqual(told, [
      ['6000.00', '6000.00', '20.00', '0'],
      ['500.00', '500.00', undefined, '1'],
      ['6600.00', '6500.00', '22.00', '0'],
    ]);
    assert.equal(whole.attendance.length, 42);
    assert.deepEqual([first(whole.attendance).date, first(whole.attendance).days], ['2026-10-01', '1.00']);
    assert.equal(details[1]?.backPayMonth, '2026-09');
  });

  it('without a reason no whole identity, telephone or card leaves; with one the view is on record', async () => {
    const covered = JSON.stringify(await exported(office.inspector, SITE));
    for (const { input } of hands) {
      for (const secret of [input.citizenId, input.phone, input.bankCard]) {
        assert.ok(secret !== undefined && !covered.includes(secret));
        assert.ok(JSON.stringify(whole).includes(secret));
      }
    }
    const events = await Events.find({ subject: `project:${SITE}`, action: 'exchange.exported' }).lean();
    assert.equal(events.length, 1);
    const told = JSON.stringify(events);
    assert.ok(told.includes(REASON));
    assert.ok(!told.includes(hands[0].input.citizenId ?? ''));
  });

  it('a contractor gets and sends nothing here, nor does anybody of another county', async () => {
    await office.general.get(`/api/exchange/projects/${SITE}`).query({ month: MONTH }).expect(403);
    await create(office.general, '/exchange/import', whole).expect(403);
    const elsewhere = changed(({ project }) => void (project.areaCode = '532621'));
    await create(office.inspector, '/exchange/import', elsewhere).expect(403);
  });

  it('what is on record already makes nothing anew', async () => {
    const taken = await imported(whole);
    assert.equal(taken.projectId, SITE);
    const { companies, projects, teams, workers, attendance, payrolls } = taken;
    for (const one of [companies, projects, teams, workers, attendance, payrolls]) assert.equal(one.made, 0);
    assert.deepEqual([workers.known, attendance.known, payrolls.known], [2, 42, 1]);
    assert.equal(await Enrolments.countDocuments({ projectId: SITE }), 2);
  });

  it('every fault is told by its place and nothing is stored', async () => {
    const strange = changed((bundle) => {
      bundle.project.projectCode = 'P-77';
      first(bundle.workers).idCardNumber = '532601199001010000';
      first(bundle.teams).teamSysNo = 'T-9';
    });
    const paths = await refused(strange);
    assert.ok(paths.includes('workers.0.idCardNumber'));
    assert.ok(paths.includes('workers.1.teamSysNo'));
    assert.equal(await Projects.countDocuments({ name: whole.project.name }), 1);
  });

  it('a covered identity, a loose amount, an unknown field and an endless list are refused', async () => {
    const masked = await exported(office.inspector, SITE);
    assert.ok((await refused(masked)).includes('workers.0.idCardNumber'));
    const loose = changed(({ payrolls }) => void (first(first(payrolls).details).totalPayAmount = '6000.5'));
    assert.deepEqual(await refused(loose), ['payrolls.0.details.0.totalPayAmount']);
    assert.deepEqual(await refused({ ...whole, extra: 1 }), ['extra']);
    const party = first(whole.subContractors);
    assert.deepEqual(await refused({ ...whole, subContractors: Array(31).fill(party) }), ['subContractors']);
    const wrong = changed(({ project }) => void (project.contractorCorpCode = '91530000MA6K00000X'));
    assert.deepEqual(await refused(wrong), ['project.contractorCorpCode']);
  });

  it('a status code nobody has verified here is a named fault and never a guess', async () => {
    for (const code of ['001', '002', '010']) {
      const odd = changed(({ project }) => {
        project.projectCode = 'P-66';
        project.prjStatus = code;
      });
      const { body } = await create(office.inspector, '/exchange/import', odd).expect(422);
      const { fields = [] } = body as Problem;
      assert.deepEqual(
        fields.map(({ path, rule }) => [path, rule]),
        [['project.prjStatus', 'prjStatus.unknown']],
      );
      assert.doesNotMatch(fields[0]?.zh ?? '', /国家标准|国家数据标准/);
    }
    assert.equal(await Projects.countDocuments({ name: whole.project.name }), 1);
  });

  it('an area that knows the codes of its platform sets them, and both ways follow', async () => {
    const set = async (since: string, ...codes: [string, string, string]): Promise<void> => {
      const [building, finished, suspended] = codes;
      const value = { building, finished, suspended };
      const { areaCode } = whole.project;
      const from = plainDate(since);
      await setParameter(
        'standardStatusCodes',
        { areaCode, from, value, source: '州平台接入说明' },
        office.system,
      );
    };
    assert.equal(whole.project.prjStatus, '003');
    await set('2026-01-01', '7', '8', '9');
    const told = await exported(office.inspector, SITE, REASON);
    assert.equal(told.project.prjStatus, '7');
    assert.deepEqual(await refused(whole), ['project.prjStatus']);
    assert.equal((await imported(told)).projects.known, 1);
    await assert.rejects(set('2026-01-01', '7', '7', '9'), 'two states of one code could not be told apart');
    await set('2026-01-02', '003', '004', '005');
  });

  it('the month of a large site comes in whole; what is larger is refused in words, and unread from who may not', async () => {
    const mark = first(whole.attendance);
    const days = (count: number) => ({ ...whole, attendance: Array.from({ length: count }, () => mark) });
    const large = days(6_000);
    assert.ok(JSON.stringify(large).length > 500 * 1024);
    const paths = await refused(large);
    assert.deepEqual(paths.slice(0, 2), ['attendance.1.date', 'attendance.2.date'], 'read to the end');
    const over = { ...whole, attendance: [{ ...mark, days: '1'.repeat(6 * 1024 * 1024) }] };
    const refusal = (await create(office.inspector, '/exchange/import', over).expect(413)).body as Problem;
    assert.match(refusal.messages.zh, /6 MB/);
    await create(office.general, '/exchange/import', large).expect(403);
  });

  describe('taken into a store that knows nothing of it', () => {
    beforeEach(async () => {
      for (const model of [Attendance, Enrolments, Teams, PayrollLines, PayrollSheets]) {
        await (model as typeof Attendance).deleteMany({}); // each a mongoose model
      }
      await Projects.deleteMany({ _id: SITE });
    });

    it('a payroll that breaks a rule keeps the whole bundle out', async () => {
      const greedy = changed((bundle) => {
        bundle.project.projectCode = 'P-88';
        first(bundle.payrolls).details.push(first(first(bundle.payrolls).details));
      });
      assert.deepEqual(await refused(greedy), ['payrolls.0.details.3']);
      assert.equal(await Projects.countDocuments({ name: whole.project.name }), 0);
      assert.equal(await Enrolments.countDocuments({}), 0);
    });

    it('a check says what an import will make and stores nothing; its faults are those of the import', async () => {
      const named = changed(({ project }) => void (project.projectCode = 'P-99'));
      const events = await Events.countDocuments({});
      const checked = await create(office.inspector, '/exchange/check', named).expect(200);
      assert.equal(await Projects.countDocuments({ name: whole.project.name }), 0);
      assert.deepEqual(
        [await Enrolments.countDocuments({}), await PayrollLines.countDocuments({})],
        [0, 0],
        'nothing of it is left',
      );
      assert.equal(await Events.countDocuments({}), events);
      await create(office.general, '/exchange/check', named).expect(403);
      const greedy = structuredClone(named);
      first(greedy.payrolls).details.push(first(first(greedy.payrolls).details));
      const refusal = await create(office.inspector, '/exchange/check', greedy).expect(422);
      const paths = (refusal.body as Problem).fields?.map(({ path }) => path);
      assert.deepEqual(paths, await refused(greedy));
      const { projectId: _id, projectCode: _code, ...made } = await imported(named);
      assert.deepEqual(checked.body, made);
      assert.deepEqual([made.projects.made, made.workers.made, made.payrolls.made], [1, 2, 1]);
    });

    it('goes out again as it came, but for our own numbers, and a second time makes nothing', async () => {
      const named = changed(({ project }) => {
        project.builderLicenses = [{ prjName: project.name, builderLicenseNum: '532601202603010101' }];
      });
      const taken = await imported(named);
      assert.deepEqual(
        [taken.projects, taken.teams, taken.workers, taken.attendance, taken.payrolls],
        [1, 1, 2, 42, 1].map((made) => ({ made, known: 0 })),
      );
      const again = await exported(office.inspector, taken.projectId, REASON);
      assert.deepEqual(withoutIds(again), withoutIds(named));
      const second = await imported(named);
      assert.equal(second.projectId, taken.projectId);
      assert.deepEqual(second.payrolls, { made: 0, known: 1 });
    });
  });
});
