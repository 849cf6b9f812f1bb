import assert from 'node:assert/strict';
import type { CaseRow } from '../server/core/contract/cases.ts';
import type { ComplaintRow } from '../server/core/contract/complaints.ts';
import { plainDate } from '../server/core/kit/plain-date.ts';
import { getCase, listCases, listOwnPayments } from '../server/features/cases/index.ts';
import { listDocuments } from '../server/features/documents/index.ts';
import { getGroup } from '../server/features/group-claims/index.ts';
import { listCompanies } from '../server/features/companies/index.ts';
import { listComplaints } from '../server/features/complaints/index.ts';
import { getMatter, listMatters } from '../server/features/respondent/index.ts';
import { Events } from '../server/platform/audit/event.models.ts';
import { verifyChains } from '../server/platform/audit/index.ts';
import { systemCtx } from '../server/platform/context.ts';
import { staff } from '../seeds/demo-office.ts';
import { runSeeds } from '../seeds/run-seeds.ts';
import { startTestApp } from './support/app.ts';
import { useStore } from './support/store.ts';

describe('the matters of the demo office', function () {
  this.timeout(120_000);
  useStore({ emptyBefore: 'all' });
  const today = plainDate('2026-11-20'); // a Friday
  const now = new Date('2026-11-20T02:00:00Z');
  const ctx = systemCtx('seeds', { now, today });
  let dataDir = '';
  let complaints: ComplaintRow[] = [];
  let cases: CaseRow[] = [];
  const load = () => runSeeds({ ctx, demo: true, regionCode: '5326', scenarios: dataDir });

  before(async () => {
    dataDir = startTestApp(now).config.dataDir;
    assert.equal((await load()).scenarios, 18);
    complaints = (await listComplaints({ limit: 200 }, (await staff('clerk')).on(today))).items;
    cases = (await listCases({ limit: 200 }, (await staff('inspector')).on(today))).items;
  });

  const complaintOf = (name: string): ComplaintRow => {
    const found = complaints.find(({ complainantName }) => complainantName === name);
    if (found === undefined) throw new Error(`no complaint of ${name}`);
    return found;
  };
  const caseOf = (words: string): CaseRow => {
    const found = cases.find(({ title }) => title.includes(words));
    if (found === undefined) throw new Error(`no case ${words}`);
    return found;
  };

  it('show papers of a case in every state, the served order among them', async () => {
    const { items } = await listDocuments({ limit: 100 }, (await staff('inspector')).on(today));
    const states = new Set(items.map(({ state }) => state));
    assert.deepEqual([...states].sort(), ['approved', 'draft', 'issued', 'submitted', 'voided']);
    const order = items.find(({ kind, state }) => kind === 'rectificationOrder' && state === 'issued');
    assert.ok(order?.servedOn !== undefined);
    assert.equal(caseOf('文书齐全').state, 'ordered');
  });

  it('hold one complaint that falls due today and one that is overdue', () => {
    assert.equal(complaintOf('罗永福').nextDue?.timeLeft.state, 'dueToday');
    assert.equal(complaintOf('何贵').nextDue?.timeLeft.state, 'overdue');
    assert.equal(complaintOf('李加林').state, 'supplementing');
  });

  it('show a case paid on time, one past its sixty working days and one extended beyond them', () => {
    const { state, closureCode, owedFen, seenFen } = caseOf('炊事员');
    assert.deepEqual([state, closureCode, seenFen], ['closed', 'PAID', owedFen]);
    assert.equal(caseOf('包工头').nextDue?.timeLeft.state, 'overdue');
    assert.equal(caseOf('装饰公司').nextDue?.timeLeft.state, 'left');
  });

  it('show a group of thirty of whom eighteen have their money', () => {
    const { headcount, owedFen, seenFen, state } = caseOf('木工班');
    assert.deepEqual([headcount, state, seenFen / owedFen], [30, 'ordered', 18 / 30]);
  });

  it('show a group whose people joined by themselves, in every state a member can be in', async () => {
    const group = await getGroup(complaintOf('熊得军').id, (await staff('clerk')).on(today));
    const { joined, leaving, left, named, differing } = group.counts;
    assert.deepEqual(
      { joined, leaving, left, named, differing },
      { joined: 5, leaving: 1, left: 1, named: 1, differing: 1 },
    );
    assert.deepEqual(
      group.members.flatMap(({ name, leaving: wish, claim }) => [
        ...(wish?.pressed === true ? [`${name} 被逼`] : []),
        ...(claim?.toCheck === true ? [`${name} 待核对`] : []),
      ]),
      ['马云飞 被逼', '杨绍云 待核对'],
    );
    assert.deepEqual(group.members.filter(({ isRepresentative }) => isRepresentative).length, 1);
  });

  it('show a refusal with its way out, a report without a name, doubles in one case and a doubted withdrawal', () => {
    assert.equal(complaintOf('项玉兰').state, 'refused');
    const report = complaints.find(({ intakeKind }) => intakeKind === 'REPORT');
    assert.deepEqual([report?.anonymous, report?.state], [true, 'inCase']);
    assert.deepEqual(
      complaints
        .filter(({ complainantName }) => complainantName === '吴华')
        .map(({ state }) => state)
        .sort(),
      ['inCase', 'merged'],
    );
    assert.equal(complaintOf('郭平').caseNumber, caseOf('水电').caseNumber);
    assert.deepEqual([complaintOf('熊朝忠').state, complaintOf('熊朝忠').pending], ['inCase', undefined]);
    assert.equal(complaintOf('普阿秀').state, 'inCase', 'given back by the other office');
  });

  it('show every kind of proceeding on its way, among them a fine that grows and a hearing that is set', async () => {
    const inspector = (await staff('inspector')).on(today);
    const told = ['台账', '架子工班', '钢结构'].map((words) => getCase(caseOf(words).id, inspector));
    const all = (await Promise.all(told)).flatMap(({ proceedings }) => proceedings);
    assert.deepEqual(all.map(({ kind, state }) => `${kind} ${state}`).sort(), [
      ...['bondUse issued', 'contractorSettlement settled', 'criminalTransfer reconsidered'],
      ...['decision demanded', 'emergencyFund asked', 'evidencePreservation preserved'],
      ...['ownerAdvance ordered', 'penalty hearingSet', 'penalty served'],
    ]);
    const fine = all.find(({ kind, state }) => kind === 'penalty' && state === 'served');
    const surcharge = fine?.figures.find(({ label }) => label.en === 'Surcharge')?.fen ?? 0;
    assert.ok(surcharge > 0 && surcharge < 2_000_000, String(surcharge));
  });

  it('show a company that has just been asked for its records, one demand answered in part and late, and an order it missed', async () => {
    const company = (await staff('company')).on(today);
    const { items } = await listMatters({}, company);
    const told = items.map(({ standing, paperCount, tasks }) => [standing, paperCount, tasks.length]);
    assert.deepEqual(told, [
      ['overdue', 0, 2],
      ['overdue', 0, 1],
      ['waiting', 1, 1],
    ]);
    const part = await getMatter(items[0]?.id ?? '', company);
    const sent = part.demands[0]?.documents.map(({ document, sent: came }) => [document, came[0]?.isLate]);
    assert.deepEqual(sent, [
      ['labourContract', false],
      ['staffRoster', false],
      ['wageLedger', true],
      ['wageList', undefined],
    ]);
  });

  it('are about the companies on record where there is one of that name, so that their files know of them', async () => {
    const inspector = (await staff('inspector')).on(today);
    const words: string[] = [];
    let named = 0;
    for (const { id, name } of (await listCompanies({ limit: 200 }, inspector)).items) {
      const theirs = cases.filter(({ respondentName }) => respondentName === name);
      if (theirs.length === 0) continue;
      named += theirs.length;
      const { items } = await listCases({ companyId: id, limit: 200 }, inspector);
      const linked = new Set(items.map((one) => one.id));
      words.push(...theirs.flatMap((one) => (linked.has(one.id) ? [] : [one.title])));
    }
    assert.deepEqual(words, []);
    assert.ok(named >= 7, String(named));
  });

  it('leave something on every desk: the head’s, the grid’s, the housing bureau’s, the neighbour’s offer', async () => {
    const { pending } = complaintOf('田红');
    assert.deepEqual(
      [pending, caseOf('采剥队').pending, caseOf('服装店').pending],
      ['refusal', 'extension', 'closure'],
    );
    const queue = async (login: string, offered = false): Promise<number> =>
      (await listComplaints({ offered }, (await staff(login)).on(today))).total;
    assert.equal(await queue('grid'), 1);
    assert.equal(await queue('housing', true), 1);
    assert.equal(await queue('clerk', true), 1);
  });

  it('let the demo worker find money that waits for his own word', async () => {
    const waiting = (await listOwnPayments('13800000001')).filter(({ state }) => state === 'waiting');
    assert.deepEqual(
      waiting.map(({ fen }) => fen),
      [800_000],
    );
  });

  it('are told once, and their chains are whole', async () => {
    const events = await Events.countDocuments({});
    assert.equal((await load()).scenarios, 0);
    assert.equal(await Events.countDocuments({}), events);
    assert.equal((await verifyChains({ now })).ok, true);
  });
});
