import assert from 'node:assert/strict';
import { projectIdOf } from '../seeds/big/plan.ts';
import { seedBig } from '../seeds/big/run.ts';
import { seedCredit } from '../seeds/credit/run.ts';
import { onDay } from '../seeds/pay-side/on-day.ts';
import { seedAlerts } from '../seeds/alerts/run.ts';
import { staff, worker } from '../seeds/demo-office.ts';
import type { TeamStory } from '../seeds/pay-side/plan.ts';
import { PLANNED_PROJECTS, teamsTelling } from '../seeds/pay-side/plan.ts';
import { seedPaySide } from '../seeds/pay-side/run.ts';
import { seedRetention } from '../seeds/retention/run.ts';
import { runSeeds } from '../seeds/run-seeds.ts';
import type { DisagreementKind, PayGridCell } from '../server/core/contract/pay-overview.ts';
import { addPayMonths, payMonthOf, plainDate } from '../server/core/kit/plain-date.ts';
import { getAlertFigures } from '../server/features/alerts/alert-figures.ts';
import { getWageRunway } from '../server/features/alerts/wage-runway.ts';
import { listRatings } from '../server/features/credit/index.ts';
import { listComplaints } from '../server/features/complaints/index.ts';
import { listAccounts } from '../server/features/funds/list-accounts.ts';
import { listPayFiles } from '../server/features/funds/list-pay-files.ts';
import { listRefusedOutflows } from '../server/features/funds/list-refused-outflows.ts';
import { getMoneyStrip } from '../server/features/pay-overview/get-money-strip.ts';
import { getPayGrid } from '../server/features/pay-overview/get-pay-grid.ts';
import { reconcileMonth } from '../server/features/pay-overview/index.ts';
import { listMyPayLines } from '../server/features/payroll/list-my-pay-lines.ts';
import { findParameter } from '../server/features/parameters/index.ts';
import { findLinesOfSheet, lineSecrets } from '../server/features/payroll/payroll-line.model.ts';
import { findSheetsOfProject, findStandingSheet } from '../server/features/payroll/payroll-sheet.model.ts';
import { getSafeguards } from '../server/features/safeguards/index.ts';
import {
  attendanceTotals,
  coverageOf,
  elsewhereIn,
  findRoster,
  teamsOf,
} from '../server/features/roster/index.ts';
import { listRetentionLists } from '../server/features/retention/list-retention-lists.ts';
import { listTruthSamples } from '../server/features/truth-sample/index.ts';
import { Events } from '../server/platform/audit/event.models.ts';
import { sealPending, verifyChains } from '../server/platform/audit/index.ts';
import { systemClock } from '../server/platform/clock.ts';
import { systemCtx } from '../server/platform/context.ts';
import { startTestApp } from './support/app.ts';
import { useStore } from './support/store.ts';

/** One start of the demo on a Friday after the pay days of the month before. */
describe('the demo’s sites, people and pay', function () {
  this.timeout(120_000);
  useStore({ emptyBefore: 'all' });
  const today = plainDate('2026-11-27');
  const ctx = systemCtx('seeds', { now: new Date('2026-11-27T02:00:00Z'), today });
  const current = payMonthOf(today);
  const lastMonth = addPayMonths(current, -1);

  before(async () => {
    startTestApp(ctx.now);
    await runSeeds({ ctx, demo: true, regionCode: '5326' });
    await seedPaySide(ctx);
  });

  const told = (story: TeamStory) => {
    const [place] = teamsTelling(story);
    if (place === undefined) throw new Error(`nobody tells ${story}`);
    return place;
  };
  /** The month so many before the newest one of the story that is filed. */
  const monthOf = (story: TeamStory, before = 0) =>
    addPayMonths(current, -(told(story).team.filedUntil ?? 0) - before);
  const cellOf = async (story: TeamStory, month = monthOf(story)): Promise<PayGridCell> => {
    const { project, team } = told(story);
    const { cells } = await getPayGrid(project.id, { from: month, to: month }, ctx);
    const cell = cells.find(({ teamId }) => teamId === team.id);
    if (cell === undefined) throw new Error(`no cell of ${story}`);
    return cell;
  };
  const found = async (story: TeamStory): Promise<Partial<Record<DisagreementKind, number>>> => {
    const { project, team } = told(story);
    const rows = await reconcileMonth(project.id, monthOf(story), today);
    const counts: Partial<Record<DisagreementKind, number>> = {};
    for (const { kind, teamName } of rows)
      if (teamName === team.name && kind !== 'unanswered') counts[kind] = (counts[kind] ?? 0) + 1;
    return counts;
  };

  it('have every planned team on its site', async () => {
    for (const { id, teams } of PLANNED_PROJECTS) {
      const found = await teamsOf(id);
      assert.deepEqual(found.map((team) => team.id).sort(), teams.map((team) => team.id).sort());
    }
  });

  it('show in the roster who never came, shares a card, waits at the gate, is on two sites or was not settled', async () => {
    const [ghosts] = teamsTelling('ghostWorker');
    const [cards] = teamsTelling('cardCollected');
    const [gate] = teamsTelling('gateClosed');
    const [twins] = teamsTelling('twoSites');
    const [owed] = teamsTelling('leftUnsettled');
    assert.ok(ghosts && cards && gate && twins && owed);
    const scope = (place: typeof ghosts) => ({ projectId: place.project.id, teamId: place.team.id });
    const people = await findRoster(scope(ghosts), lastMonth);
    const attended = await attendanceTotals(scope(ghosts), lastMonth);
    assert.equal(people.filter(({ enrolmentId }) => !attended.has(enrolmentId)).length, 2);
    const holders = await findRoster(scope(cards), lastMonth);
    const ownCards = new Set(holders.map(({ bankCard }) => bankCard));
    assert.equal(holders.length - ownCards.size, 4);
    const waiting = (await findRoster(scope(gate), lastMonth)).filter(({ state }) => state === 'pending');
    assert.equal(waiting.length, 3);
    const both = await findRoster(scope(twins), lastMonth);
    const elsewhere = await elsewhereIn(
      both.map(({ workerId }) => workerId),
      twins.project.id,
      lastMonth,
    );
    assert.equal(elsewhere.size, 2);
    assert.equal((await coverageOf(twins.project.id)).onSeveralSites, 2);
    assert.equal((await coverageOf(owed.project.id)).leftUnsettled, 4);
  });

  it('leave workers whose card another keeps, as they told the office and nobody else', async () => {
    const sheet = await findStandingSheet(told('cardCollected').team.id, monthOf('cardCollected'));
    assert.ok(sheet !== null);
    assert.deepEqual(sheet.cardQuestions, { asked: 4, yes: 1, no: 2 });
    assert.equal(sheet.grossFen - sheet.deductionsFen, sheet.netFen, 'advances are among what is taken off');
  });

  it('show in the reconciliation what each of them tells', async () => {
    assert.deepEqual(await found('disputed'), { answeredLess: 1, answeredNothing: 1, answeredNotMe: 1 });
    assert.deepEqual(await found('ghostWorker'), { onPayrollNotAttended: 2 });
    assert.deepEqual(await found('cardCollected'), { answeredLess: 3 });
    assert.deepEqual(await found('partPaid'), { creditedLess: told('partPaid').team.people / 2 });
    assert.deepEqual(await found('bounced'), { bounced: 1, creditedLess: 1 });
    assert.deepEqual(await found('labourCostMissing'), {
      notSentToBank: told('labourCostMissing').team.people,
    });
    assert.deepEqual(await found('clean'), {});
  });

  it('show in the grid who is paid, late, part-paid, unpaid or has filed nothing', async () => {
    assert.equal((await cellOf('clean')).tone, 'good');
    const late = await cellOf('late');
    assert.ok((late.creditedOn ?? '') > (late.payOn ?? '9'), 'credited after the agreed day');
    assert.equal((await cellOf('disputed')).tone, 'disagree');
    for (const before of [0, 1, 2]) {
      const { state, arrearsFen, netFen } = await cellOf(
        'finishedWithArrears',
        monthOf('finishedWithArrears', before),
      );
      assert.deepEqual([state, arrearsFen], ['approved', netFen]);
    }
    assert.equal((await cellOf('notFiled', monthOf('notFiled', -1))).tone, 'late');
    assert.equal((await cellOf('toFile', monthOf('toFile', -1))).sheetId, undefined);
    const { project } = told('labourCostMissing');
    assert.equal((await getMoneyStrip(project.id, lastMonth, ctx)).stuckAt, 'labourCostReceived');
  });

  it('show who earned less than the minimum, a bond and an account that are due: by figures named as the demo’s', async () => {
    const { team } = told('underMinimum');
    const sheet = await findStandingSheet(team.id, monthOf('underMinimum'));
    assert.ok(sheet !== null && sheet.people > 0);
    assert.deepEqual(sheet.noticeRules, [{ rule: 'wage.belowMinimum', count: sheet.people }]);
    const clean = await findStandingSheet(told('clean').team.id, monthOf('clean'));
    assert.deepEqual(clean?.notices, [], 'compared, and nothing found');
    for (const [id, item] of [
      ['5326010000000000000000d8', 'wageBond'],
      ['5326010000000000000000d8', 'wageAccount'],
      ['5326010000000000000000d9', 'wageBond'],
    ]) {
      const { checklist, bondRequired } = await getSafeguards(id ?? '', ctx);
      assert.equal(checklist.find((one) => one.id === item)?.state, 'overdue', item);
      assert.equal(bondRequired.state, 'required');
    }
    const set = await findParameter('minimumWageMonthly', '532601', today);
    assert.match(set?.source ?? '', /演示数据，请以当地现行标准为准/);
    assert.equal(
      await findParameter('minimumWageMonthly', '5326', today),
      null,
      'nowhere but in the demo area',
    );
  });

  it('name whom to call on the boards of its sites, by numbers that are nobody’s', async () => {
    for (const [id, lacks] of [
      [told('clean').project.id, []],
      ['5326010000000000000000db', ['labourOfficer']],
    ] as const) {
      const { boardMissing } = await getSafeguards(id, ctx);
      assert.deepEqual(
        boardMissing.map(({ field }) => field),
        lacks,
      );
    }
    const phone = await findParameter('inspectionPhone', '532601', today);
    assert.match(`${String(phone?.value)} ${phone?.source ?? ''}`, /^0876-00000\d\d（演示） 演示数据/u);
  });

  it('leave a lead with its line in the inspector’s queue for everybody who disagrees', async () => {
    const { items } = await listComplaints({ limit: 200 }, (await staff('inspector')).on(today));
    const leads = items.filter(({ channel }) => channel === 'PAY_ANSWER');
    assert.equal(leads.length, 6);
    assert.ok(leads.every(({ state }) => state === 'received'));
  });

  it('leave the bank a file to take, one to answer and answered ones, and balances that fell', async () => {
    const bank = (await staff('bank')).on(today);
    const files = (await listPayFiles({ limit: 50 }, bank)).items;
    assert.deepEqual(files.map(({ state }) => state).sort(), ['answered', 'answered', 'issued', 'taken']);
    assert.deepEqual(
      files.filter(({ bounced }) => bounced > 0).map(({ bounced }) => bounced),
      [2],
    );
    const accounts = (await listAccounts({ limit: 50 }, bank)).items;
    assert.equal(accounts.filter(({ lastOutflowOn }) => lastOutflowOn !== undefined).length, 3);
    assert.ok(accounts.every(({ balanceFen }) => balanceFen >= 0));
    assert.equal((await listRefusedOutflows({ limit: 50 }, bank)).items.length, 1);
  });

  it('let both demo workers find a credited month that waits for their word, and older ones they answered', async () => {
    for (const phone of ['13800000001', '13800000002']) {
      const [newest, ...older] = (await listMyPayLines({ limit: 50 }, (await worker(phone)).on(today))).items;
      assert.deepEqual(
        [newest?.bank.state, newest?.answer, newest?.canAnswer],
        ['credited', undefined, true],
      );
      assert.ok(older.length > 3 && older.every(({ answer }) => answer?.kind === 'right'));
    }
  });

  it('are told once, and their chains are whole', async () => {
    const events = await Events.countDocuments({});
    await seedPaySide(ctx);
    assert.equal(await Events.countDocuments({}), events);
    assert.equal((await verifyChains({ now: systemClock.now() })).firstBroken, undefined);
  });

  it('leave room for a generated county: its sheets are its lines’ sums, its days the attendance’s, and a second run adds nothing', async () => {
    const laid = await seedBig({ projects: 1, months: 2 }, ctx);
    assert.deepEqual(laid, { projects: 1, teams: 8, people: 200, months: 600, lines: 400 });
    const projectId = projectIdOf(0);
    const sheets = await findSheetsOfProject(projectId, addPayMonths(current, -2), current);
    assert.deepEqual(
      sheets.map(({ payMonth, state }) => [payMonth, state]),
      [-2, -1].flatMap((ago) => Array.from({ length: 8 }, () => [addPayMonths(current, ago), 'paid'])),
    );
    const people = await findRoster({ projectId }, lastMonth);
    assert.deepEqual([people.length, people.filter(({ state }) => state === 'onSite').length], [200, 200]);
    for (const sheet of sheets) {
      const lines = await findLinesOfSheet(String(sheet._id));
      const sum = (of: (line: (typeof lines)[number]) => number) =>
        lines.reduce((total, line) => total + of(line), 0);
      assert.deepEqual(
        [sheet.people, sheet.grossFen, sheet.netFen, sheet.creditedFen, sheet.credited, sheet.money.shortFen],
        [25, sum((one) => one.grossFen), sum((one) => one.netFen), sum((one) => one.netFen), 25, 0],
      );
      const days = await attendanceTotals({ projectId, teamId: sheet.teamId }, sheet.payMonth);
      for (const line of lines) {
        assert.equal(line.daysHundredths, days.get(line.enrolmentId ?? '')?.daysHundredths);
        const person = people.find(({ enrolmentId }) => enrolmentId === line.enrolmentId);
        assert.equal(lineSecrets.openFields(line).bankCard, person?.bankCard);
      }
    }
    const none = { projects: 0, teams: 0, people: 0, months: 0, lines: 0 };
    assert.deepEqual(await seedBig({ projects: 1, months: 2 }, ctx), none);
    await sealPending();
    assert.equal((await verifyChains({ now: ctx.now })).firstBroken, undefined);
  });

  it('shows warnings that were right and wrong, an account that runs dry, and what workers said', async () => {
    await seedAlerts(ctx);
    const leader = (await staff('leader')).on(today);
    const { hits } = await getAlertFigures('5326', leader);
    const judged = hits.filter((row) => row.judged > 0);
    assert.ok(new Set(judged.map(({ rule }) => rule)).size >= 3, 'several rules have a rate');
    assert.ok(judged.some(({ right }) => right > 0) && judged.some((row) => row.right < row.judged));
    assert.ok(
      judged.some(({ cured }) => cured > 0),
      'and some were ended by the data',
    );
    const { items } = await getWageRunway({ areaCode: '5326' }, leader);
    assert.ok((items[0]?.runsDryOn ?? '') >= today && (items[0]?.shortFen ?? 0) > 0);
    assert.ok(items.filter(({ runsDryOn }) => runsDryOn !== undefined).length <= 2, 'the rest reach on');
    const samples = (await listTruthSamples({}, leader)).items;
    assert.deepEqual(
      samples.map(({ month, answered, paidBasisPoints }) => [month, answered, paidBasisPoints !== undefined]),
      [
        [lastMonth, 4, false],
        [addPayMonths(current, -2), 15, true],
        [addPayMonths(current, -3), 7, false],
        [addPayMonths(current, -4), 17, true],
      ],
    );
    assert.ok((samples[0]?.closesOn ?? '') >= today, 'last month may still be answered');
    assert.equal(await seedAlerts(ctx), 0, 'a second start adds nothing');
    assert.equal(
      await seedAlerts(onDay(plainDate('2027-01-20'))),
      0,
      'nor one after the demo stood still for weeks',
    );
    const short = await getWageRunway({ areaCode: '5326', springFestival: true }, leader);
    assert.deepEqual([short.springFestivalOn, short.springFestivalByNotice], ['2027-02-06', false]);
    assert.ok(short.total > 0 && short.items.every((row) => row.reachesSpringFestival === false));
  });

  it('hold works long paid, whose records the head of the bureau may let go, and lay them once', async () => {
    assert.equal(await seedRetention(ctx), 9);
    const { items } = await listRetentionLists({}, ctx);
    assert.deepEqual(
      items.flatMap(({ state, lots }) => lots.map(({ kind, records }) => `${state} ${kind} ${records}`)),
      ['waiting payrollSheet 3', 'waiting attendance 3', 'waiting enrolment 3'],
    );
    assert.equal(await seedRetention(ctx), 0);
  });

  it('grade the newest year whose grades can have been told by then, also on New Year’s Day, and once', async () => {
    const newYear = onDay(plainDate('2027-01-01'));
    assert.ok((await seedCredit(newYear)) > 0);
    const { items } = await listRatings({ limit: 50 }, newYear);
    assert.deepEqual([...new Set(items.map(({ year }) => year))], [2025]);
    assert.ok(items.every(({ openedOn }) => openedOn <= newYear.today));
    assert.equal(await seedCredit(onDay(plainDate('2027-03-01'))), 0);
  });
});
