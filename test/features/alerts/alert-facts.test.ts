import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { ProjectFacts } from '../../../server/core/alerts/facts.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { gatherFacts } from '../../../server/features/alerts/facts/index.ts';
import { registerComplaint } from '../../../server/features/complaints/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { answerLine } from '../../../server/features/payroll/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import {
  attendedTeams,
  createTeam,
  enrolMany,
  findTeam,
  recordMonths,
} from '../../../server/features/roster/index.ts';
import { fillSites } from '../../../server/features/roster/fill-sites.model.ts';
import { countSites, siteFactsOf } from '../../../server/features/roster/site-facts.ts';
import { findSites } from '../../../server/features/roster/site-facts.model.ts';
import { markAttendance } from '../../../server/features/roster/mark-attendance.ts';
import { putBond } from '../../../server/features/safeguards/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { findTouched, forgetTouches, touchProject } from '../../../server/platform/touched-projects.ts';
import { nobodysCitizenId } from '../../../seeds/random.ts';
import { runMigration } from '../../support/migration-step.ts';
import { useFunds } from '../funds/funds-app.ts';
import { asSystem, lineNow, MONTH, sheetNow } from '../payroll/payroll-life-app.ts';

const NET = 580_000;
const day = plainDate;

describe('what the warnings know of a project', function () {
  this.timeout(30_000);
  const app = useFunds();
  const site = { name: '空工地', areaCode: '532601001', site: '河边', state: 'building' } as const;
  let [empty, employerId] = ['', ''];
  let paid: Awaited<ReturnType<typeof app.issued>>;
  const today = () => asSystem().today;
  const factsOf = async (id: string): Promise<ProjectFacts> => {
    const [facts] = await gatherFacts([id], today());
    assert.ok(facts !== undefined);
    return facts;
  };
  const touchedBy = async (change: () => Promise<unknown>): Promise<(string | null)[]> => {
    await forgetTouches((await findTouched(1000)).map(({ id }) => id));
    await change();
    return [...new Set((await findTouched(1000)).map(({ projectId }) => projectId))];
  };

  before(async () => {
    empty = (await createProject({ ...site, parties: [] }, asSystem())).id;
    paid = await app.issued();
    employerId = (await sheetNow(paid.sheetId)).employerId;
    const results = [
      { reference: `${paid.file.number}-1`, result: 'credited', amountFen: NET - 30_000, on: '2026-11-13' },
      ...[
        {
          reference: `${paid.file.number}-2`,
          result: 'bounced',
          amountFen: NET,
          on: '2026-11-13',
          reason: '销户',
        },
      ],
    ];
    await app.as('bank').create(`/pay-files/${paid.file.id}/results`, { results }).expect(200);
  });

  it('is nothing but the project where nothing was ever recorded', async () => {
    const facts = await factsOf(empty);
    const { project, elsewhere, freshness, ...rest } = facts;
    assert.deepEqual([project.id, project.name, elsewhere], [empty, '空工地', []]);
    assert.deepEqual(rest, { months: [], complaints: [], deadlines: [], listings: [] });
    assert.deepEqual(freshness, { project: today() });
    assert.deepEqual(await gatherFacts(['f'.repeat(24)], today()), []);
  });

  it('has papers with their last days, and a bond as far as the area has rates', async () => {
    const { contract, account, bond, board, freshness } = await factsOf(app.projectId);
    assert.deepEqual([contract?.signedOn, contract?.payDay, contract?.payDayIn], ['2026-02-27', 15, 'next']);
    // Thirty days after 27 February is Sunday 29 March: the Monday. After 10 March, 9 April is a Thursday.
    assert.deepEqual(account, { openedOn: '2026-03-10', openBy: '2026-03-30', fileBy: '2026-04-09' });
    assert.deepEqual([bond?.required, bond?.storedOn, bond?.requiredFen], ['notSet', undefined, undefined]);
    assert.deepEqual(board?.photoDays, []);
    assert.deepEqual(
      [freshness.account, freshness.board, freshness.bond],
      ['2026-03-10', undefined, undefined],
    );
    const tiers = [{ basisPoints: 200 }];
    const rates = { areaCode: '532601', from: day('2026-01-01'), value: tiers, source: '测试' };
    await setParameter('bondTiers', rates, app.ctxOf('admin'));
    const stored = {
      kind: 'cash',
      amountFen: fen(9_000_000),
      storedOn: day('2026-04-01'),
      bankName: '农行',
    } as const;
    await putBond(app.projectId, 2, stored, asSystem());
    const after = (await factsOf(app.projectId)).bond;
    assert.deepEqual(
      [after?.required, after?.requiredFen, after?.amountFen, after?.isGuarantee],
      ['required', 10_000_000, 9_000_000, false],
    );
  });

  it('has each team’s month: the sheet, what is short, the pay day and the money of the month', async () => {
    const { months, money, freshness } = await factsOf(app.projectId);
    const october = months.find(({ month }) => month === MONTH);
    assert.deepEqual([october?.payOn, october?.labourCost?.dueOn], ['2026-11-13', '2026-10-10']);
    assert.equal(october?.labourCost?.receivedFen, 0);
    // Twelve hundred thousand yuan over twelve months.
    assert.equal(october?.labourCost?.dueFen, 10_000_000);
    const sheet = october?.teams.find((team) => team.sheet?.id === paid.sheetId)?.sheet;
    assert.deepEqual(
      [sheet?.people, sheet?.shortFen, sheet?.sentFen, sheet?.creditedFen, sheet?.credited, sheet?.bounced],
      [2, NET + 30_000, 2 * NET, NET - 30_000, 1, 1],
    );
    assert.deepEqual(
      [sheet?.creditedOn, sheet?.deniedOn, sheet?.cardQuestions],
      ['2026-11-13', undefined, undefined],
    );
    const inMonth = new Map(months.map(({ month, creditedInMonthFen }) => [month, creditedInMonthFen]));
    assert.deepEqual([inMonth.get(MONTH), inMonth.get(payMonth('2026-11'))], [undefined, NET - 30_000]);
    assert.deepEqual(money, { balanceFen: 0, refusedOutflows: [] });
    assert.deepEqual([freshness.bankResults, freshness.answers], ['2026-11-13', undefined]);
  });

  it('counts who is on site and attends, without a name, and anew after each change', async () => {
    const parties = [{ role: 'labourSubcontractor' as const, companyId: employerId }];
    const { id: second } = await createProject({ ...site, name: '另一工地', parties }, asSystem());
    const body = { employerId, name: '钢筋班', enteredOn: day('2026-08-01') };
    const { id: teamId } = await createTeam(second, body, asSystem());
    const team = await findTeam(teamId);
    assert.ok(team !== null);
    const job = {
      employerId,
      workType: '030',
      workRole: 'BUILDER',
      isTeamLeader: false,
      payKind: 'TIME_RATE',
    } as const;
    const person = (at: number, phone: string) => ({
      ...{
        ...job,
        name: `工友${at}`,
        citizenId: nobodysCitizenId(700_000 + at),
        phone,
        dayRateFen: fen(30_000),
      },
      ...{ enteredOn: day('2026-09-03'), isInAlready: true },
    });
    const { enrolled } = await enrolMany(
      team,
      [person(1, '13800000881'), person(2, '13800000881'), person(3, '13800000883')],
      asSystem(),
    );
    const { site: counted, months } = await factsOf(second);
    assert.deepEqual(
      [counted?.present, counted?.withContract, counted?.sharingPhones, counted?.sharingCards],
      [3, 0, 2, 0],
    );
    assert.deepEqual(counted?.records.sharingPhones, enrolled.slice(0, 2).sort());
    assert.deepEqual(
      months.map(({ month, teams }) => [month, teams[0]?.isOnSite, teams[0]?.attendedPeople]),
      ['2026-09', '2026-10', '2026-11', '2026-12'].map((month) => [month, true, undefined]),
    );
    const days = Array.from({ length: 31 }, (_, at) => (at < 10 ? 100 : null));
    const whose = { enrolmentId: enrolled[0] ?? '', projectId: second, teamId, month: MONTH };
    await recordMonths([{ ...whose, source: 'workbook', days, hours: days.map(() => null) }]);
    for (const hundredths of [50, 0, 100])
      await markAttendance(enrolled[1] ?? '', day('2026-10-20'), { hundredths, reason: '补记' }, asSystem());
    await enrolMany(team, [person(4, '13800000884')], asSystem());
    const after = await factsOf(second);
    assert.equal(after.site?.present, 4);
    const october = after.months.find(({ month }) => month === MONTH)?.teams[0];
    assert.deepEqual([october?.attendedPeople, october?.attendedHundredths], [2, 1100]);
    assert.equal(after.freshness.attendance, '2026-10-20');
    const [recounted] = await attendedTeams(second, MONTH, MONTH);
    assert.equal(recounted?.people, october?.attendedPeople);
    assert.deepEqual((await findSites([second])).get(second), (await countSites([second])).get(second));
    assert.deepEqual((await siteFactsOf([second])).get(second), (await countSites([second])).get(second));
    assert.doesNotMatch(JSON.stringify(after), /工友|138000|1101/u);
  });

  it('has what is said of it and the owner’s arrears elsewhere', async () => {
    const owner = (await factsOf(app.projectId)).project.parties.find(({ role }) => role === 'projectOwner');
    assert.ok(owner !== undefined);
    const parties = [{ role: 'projectOwner', companyId: owner.companyId }] as const;
    const second = await createProject({ ...site, name: '二期', parties: [...parties] }, asSystem());
    const { elsewhere } = await factsOf(second.id);
    assert.deepEqual(elsewhere, [
      {
        ...{ projectId: app.projectId, projectName: '清河安居工程', companyId: owner.companyId },
        ...{ role: 'projectOwner', arrearsFen: NET + 30_000 },
      },
    ]);
    assert.deepEqual((await factsOf(app.projectId)).elsewhere, [], 'its own are not elsewhere');
  });

  it('has its site counted once at the first start over rosters of before, and never over a newer count', async () => {
    const { site: before } = await factsOf(app.projectId);
    assert.ok((before?.present ?? 0) > 0);
    await runMigration(fillSites);
    const sites = mongoose.connection.collection<{ _id: string }>('siteFacts');
    await sites.deleteMany({ _id: app.projectId });
    const { filled } = await runMigration(fillSites);
    assert.equal(filled, 1, 'all others are counted');
    assert.deepEqual((await findSites([app.projectId])).get(app.projectId)?.site, before);
    await sites.updateOne({ _id: app.projectId }, { $set: { 'facts.site.present': 77 } });
    assert.equal((await runMigration(fillSites)).filled, 0);
    assert.equal((await findSites([app.projectId])).get(app.projectId)?.site.present, 77);
    await sites.deleteMany({ _id: app.projectId });
  });

  it('is touched by every change, and by none that is undone', async () => {
    const complaint = {
      ...{
        intakeKind: 'COMPLAINT',
        channel: 'WALK_IN',
        employerName: '某劳务',
        areaCode: '532601',
        headcount: 3,
      },
      ...{ payMonths: [MONTH], owedFen: fen(900_000), story: '没有发工资', fileIds: [], name: '张大山' },
      ...{ receivedOn: day('2026-11-18'), phone: '13800000991', projectId: app.projectId },
    } as const;
    const changes: Record<string, () => Promise<unknown>> = {
      'a payroll filed': () => app.file(),
      'a payroll approved': () => app.approved(),
      'an answer': () => answerLine(() => lineNow(paid.own), { kind: 'right' }, 'phone', asSystem()),
      'a pay file': () => app.issued(),
      'a complaint': () =>
        registerComplaint({ ...complaint, fileIds: [], payMonths: [MONTH] } as never, app.ctxOf('clerk')), // its literal types are the contract's
      money: () =>
        app
          .as('bank')
          .create(`/wage-accounts/${app.projectId}/transactions`, {
            ...{ direction: 'in', kind: 'labourCost', amountFen: 5_000_000, on: '2026-11-09' },
            ...{ counterparty: '业主', bankRef: 'IN-1' },
          })
          .expect(201),
    };
    for (const [what, change] of Object.entries(changes))
      assert.ok((await touchedBy(change)).includes(app.projectId), what);
    const facts = await factsOf(app.projectId);
    const november = facts.months.find(({ month }) => month === '2026-11');
    assert.deepEqual([november?.labourCost?.receivedFen, facts.money?.balanceFen], [5_000_000, 5_000_000]);
    assert.deepEqual(
      facts.complaints.map(({ people, owedFen, isOpen }) => [people, owedFen, isOpen]),
      [[3, 900_000, true]],
    );
    assert.deepEqual(
      facts.deadlines.map(({ kind, period }) => [kind, period]),
      [['complaint', 'acceptance']],
    );
    const undone = (): Promise<void> =>
      inTransaction(async () => {
        await touchProject(app.projectId);
        throw new Error('undone');
      });
    assert.deepEqual(await touchedBy(() => assert.rejects(undone(), /undone/u)), []);
    await assert.rejects(touchProject(app.projectId), /inTransaction/u);
  });

  it('takes as many questions for many projects as for one', async () => {
    const ids = [app.projectId, empty];
    for (let at = 0; at < 4; at += 1)
      ids.push((await createProject({ ...site, name: `工地${at}`, parties: [] }, asSystem())).id);
    let asked = 0;
    const count = ({ commandName }: { commandName: string }): void => {
      if (['find', 'aggregate', 'count', 'getMore'].includes(commandName)) asked += 1;
    };
    const askedFor = async (some: string[]): Promise<number> => {
      asked = 0;
      assert.equal((await gatherFacts(some, today())).length, some.length);
      return asked;
    };
    const client = mongoose.connection.getClient();
    await gatherFacts(ids, today());
    client.on('commandStarted', count);
    const [one, all] = [await askedFor(ids.slice(0, 1)), await askedFor(ids)];
    client.off('commandStarted', count);
    assert.ok(one > 5);
    assert.ok(all <= one + 1, `${all} for six, ${one} for one`);
  });
});
