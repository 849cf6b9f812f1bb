import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import type { Page } from '../../../server/core/contract/page.ts';
import type {
  TruthAnswer,
  TruthQuestion,
  TruthSampleView,
} from '../../../server/core/contract/truth-sample.ts';
import { TRUTH_ANSWERS } from '../../../server/core/contract/truth-sample.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { openWorkerAccount } from '../../../server/features/accounts/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { Attendance } from '../../../server/features/roster/attendance.model.ts';
import { enrolmentDocument, Enrolments } from '../../../server/features/roster/enrolment.model.ts';
import {
  answerTruthQuestion,
  closeTruthSamples,
  drawTruthSamples,
  myTruthQuestion,
  redrawTruthSample,
  TRUTH_SAMPLE_PERMISSIONS,
  truthSampleRoutes,
} from '../../../server/features/truth-sample/index.ts';
import { askMessages } from '../../../server/features/truth-sample/ask-messages.ts';
import type { TruthSampleRecord } from '../../../server/features/truth-sample/truth-sample.model.ts';
import { ensureWorker } from '../../../server/features/workers/index.ts';
import { DailyRoots, Events } from '../../../server/platform/audit/index.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { withoutTexts } from '../../support/without-texts.ts';
import { messages, stored } from '../complaints/complaints-app.ts';
import type { Who } from '../payroll/payroll-life-app.ts';
import { asSystem, clock, MONTH, usePayrollLife, WORKER_PHONE } from '../payroll/payroll-life-app.ts';

const ROOT = 'ab'.repeat(32);
const on = (day: string): void => clock.set(new Date(`${day}T02:00:00Z`));
const number = (at: number): string => `139000000${String(at).padStart(2, '0')}`;

describe('whether the wages of a month really arrived, asked of people drawn by lot', () => {
  const app = usePayrollLife({ routes: truthSampleRoutes, permissionTables: [TRUTH_SAMPLE_PERMISSIONS] });
  const colleagues: Ctx[] = [];

  before(async () => {
    await app.file({ people: 2, credited: 1, creditedFen: fen(580_000) });
    for (let at = 0; at < 10; at += 1) colleagues.push(await colleague(at));
    await DailyRoots.create([
      {
        ...{ _id: plainDate('2026-10-31'), areas: [], rootHash: ROOT, previousRootHash: '0'.repeat(64) },
        ...{ signature: 'signed', keyId: '0'.repeat(16), signedAt: clock.now() },
      },
    ]);
  });
  after(() => on('2026-11-20'));

  /** Somebody with attendance whom nobody put on a payroll. */
  async function colleague(at: number): Promise<Ctx> {
    const [phone, name] = [number(at), `工友${at}`];
    const areaCode = '532601001';
    const workerId = await inTransaction(() => ensureWorker({ name, phone, areaCode }, asSystem()));
    const ids = { projectId: app.projectId, teamId: 'e'.repeat(24) };
    const job = { workType: '030', workRole: 'BUILDER', isTeamLeader: false, payKind: 'TIME_RATE' } as const;
    const where = { ...ids, employerId: 'd'.repeat(24), areaCode, workerId, name };
    const enrolment = enrolmentDocument(
      { ...where, ...job, state: 'onSite', missing: [], createdAt: clock.now() },
      { phone },
    );
    await Enrolments.create([enrolment]);
    const worked = { daysHundredths: 2500, hoursHundredths: 0, version: 1 };
    await Attendance.create([{ enrolmentId: enrolment._id, ...ids, month: MONTH, ...worked }]);
    const { _id, grants } = await inTransaction(() => openWorkerAccount(phone, asSystem()));
    const actor = { kind: 'user', userId: String(_id), name, grants, sessionId: 's'.repeat(24) } as const;
    return { ...asSystem(), actor, grants };
  }

  const list = async (who: Who, query = {}): Promise<TruthSampleView[]> => {
    const { status, body } = await app.as(who).get('/truth-samples', query);
    assert.equal(status, 200, JSON.stringify(body));
    return (body as Page<TruthSampleView>).items;
  };
  const only = async (): Promise<TruthSampleView> => {
    const [sample, ...more] = await list('inspector');
    assert.equal(more.length, 0);
    assert.ok(sample);
    return sample;
  };
  const texts = async () => (await messages()).filter(({ template }) => template === 'truthQuestion');
  const question = async (): Promise<TruthQuestion> =>
    (await app.as('worker').get('/my/truth-question')).body as TruthQuestion;
  const say = (id: string, answer: string, who: Who = 'worker') =>
    app.as(who).create(`/my/truth-question/${id}`, { answer });

  it('draws nobody before the day, then each area once, and asks nobody twice', async () => {
    on('2026-11-19');
    assert.deepEqual(await drawTruthSamples(asSystem()), { drawn: 0, asked: 0 });
    const least = { areaCode: '5326', from: plainDate('2026-01-01'), value: 12, source: '测试' };
    await setParameter('truthSampleMost', least, asSystem());
    on('2026-11-20');
    const stopped = AbortSignal.abort();
    assert.deepEqual(await drawTruthSamples(asSystem(), stopped), { drawn: 0, asked: 0 });
    const both = await Promise.all([drawTruthSamples(asSystem()), drawTruthSamples(asSystem())]);
    assert.deepEqual(
      both.map(({ drawn }) => drawn).sort(),
      [0, 1],
      'two workers at once draw one sample, the county without people none',
    );
    assert.deepEqual(await drawTruthSamples(asSystem()), { drawn: 0, asked: 0 });
    const sms = (await texts()).filter(({ channel }) => channel === 'sms');
    assert.equal(sms.length, 12);
    assert.equal(new Set(sms.map(({ to }) => to)).size, 12, 'each person once');
    assert.equal((await texts()).filter(({ channel }) => channel === 'inApp').length, 12);
  });

  it('counts nobody as asked to whom no message goes: without texts those with an account alone', async () => {
    const [phone, name, areaCode] = ['13955550001', '没有账号', '532601001'];
    const workerId = await inTransaction(() => ensureWorker({ name, phone, areaCode }, asSystem()));
    const ask = { _id: new mongoose.Types.ObjectId(), sampleId: 'a'.repeat(24), workerId, month: MONTH };
    const asks = [
      { ...ask, closesOn: plainDate('2026-12-04'), enrolmentIds: [], projectName: '清河安居工程' },
    ];
    assert.equal((await askMessages(asks, '532601')).reached, 1);
    await withoutTexts(async () => {
      assert.equal((await askMessages(asks, '532601')).reached, 0);
      await inTransaction(() => openWorkerAccount(phone, asSystem()));
      const { reached, enqueueAll } = await askMessages(asks, '532601');
      await inTransaction(() => enqueueAll(asSystem()));
      const own = (await texts()).slice(-1).map(({ channel }) => channel);
      assert.deepEqual([reached, own], [1, ['inApp']]);
    });
  });

  it('tells a man nothing but the site and the month, and where to answer', async () => {
    const mine = (await texts()).find(({ to }) => to === WORKER_PHONE);
    assert.deepEqual(mine?.data, { month: '2026年10月', projectName: '清河安居工程', link: '/m/truth' });
  });

  it('takes its seed from the signed day, so that anybody can draw the same people again', async () => {
    const sample = await only();
    const seed = createHash('sha256').update(`532601\n2026-10\n${ROOT}`).digest('hex');
    assert.deepEqual([sample.seed, sample.seedFrom], [seed, 'dailyRoot']);
    const again = await redrawTruthSample(sample.id);
    assert.equal(again.same, true);
    assert.equal(new Set(again.drawnIds).size, 12);
    assert.equal((await redrawTruthSample(sample.id, 'another')).same, false);
    const lots = again.drawnIds.map((id) => createHash('sha256').update(`${seed}\n${id}`).digest('hex'));
    assert.deepEqual(lots, [...lots].sort(), 'lowest lot first, reckoned without our own code');
  });

  it('says which of its numbers are the area’s own and which are our suggestion', async () => {
    const { numbers, population, size, closesOn } = await only();
    assert.deepEqual(
      numbers.map(({ parameter, value, isSuggested }) => [parameter, value, isSuggested]),
      [
        ['truthSampleDay', 20, true],
        ['truthSampleShare', 500, true],
        ['truthSampleLeast', 20, true],
        ['truthSampleMost', 12, false],
        ['truthSampleOpenDays', 14, true],
      ],
    );
    assert.deepEqual([population, size, closesOn], [12, 12, '2026-12-04']);
  });

  it('asks one question of whom it drew, and takes another answer in place of the first', async () => {
    const { id, ...asked } = await question();
    assert.deepEqual(asked, { month: '2026-10', projectName: '清河安居工程' });
    assert.equal((await say(id, 'perhaps')).status, 422);
    assert.equal((await say(id, 'full', 'otherWorker')).status, 404);
    assert.equal((await say(id, 'full', 'labour')).status, 403);
    for (const answer of ['none', 'none', 'full'])
      assert.equal(((await say(id, answer)).body as TruthQuestion).answer, answer);
    assert.equal((await question()).answer, 'full');
    const { counts } = (await stored('truthSamples', {}))[0] as unknown as TruthSampleRecord; // as it lies there
    assert.deepEqual(counts, { full: 1, part: 0, none: 0, notMe: 0 });
  });

  it('shows how many answered and nothing else while they are fewer than ten', async () => {
    for (const ctx of colleagues.slice(0, 8)) await answerAs(ctx, 'full');
    const few = await only();
    assert.deepEqual([few.asked, few.answered], [12, 9]);
    for (const key of ['paidInFull', 'notPaid', 'notMe', 'paidPart', 'paidBasisPoints', 'lowBasisPoints'])
      assert.equal(key in few, false, key);
  });

  it('shows the share of the paid with its interval, beside what the payrolls report', async () => {
    for (const ctx of colleagues.slice(8)) await answerAs(ctx, 'notMe');
    const sample = await only();
    assert.deepEqual([sample.answered, sample.paidInFull, sample.notMe], [11, 9, 2]);
    assert.equal(sample.paidBasisPoints, 8182);
    // Wilson's interval of 9 out of 11 in the tables: 52.3 % to 94.9 %.
    assert.equal(Math.round((sample.lowBasisPoints ?? 0) / 10), 523);
    assert.equal(Math.round((sample.highBasisPoints ?? 0) / 10), 949);
    assert.deepEqual([sample.reportedBasisPoints, sample.reportedOn], [5000, '2026-11-20']);
  });

  async function answerAs(ctx: Ctx, answer: TruthAnswer): Promise<void> {
    const asked = await myTruthQuestion(ctx);
    assert.ok(asked);
    await answerTruthQuestion(asked.id, answer, ctx);
  }

  it('is read by the offices and leaders of its area, and names nobody', async () => {
    const { id } = await only();
    for (const [who, status] of [
      ['clerk', 200],
      ['leader', 200],
      ['otherInspector', 404],
      ['labour', 403],
      ['worker', 403],
      ['bank', 403],
      ['admin', 403],
    ] satisfies [Who, number][])
      assert.equal((await app.as(who).get(`/truth-samples/${id}`)).status, status, who);
    assert.deepEqual(await list('otherInspector'), []);
    assert.equal((await list('leader', { areaCode: '532601', month: '2026-10' })).length, 1);
    const sent = JSON.stringify(await only());
    const { drawnIds } = await redrawTruthSample(id);
    for (const one of [...drawnIds, app.projectId]) assert.equal(sent.includes(one), false);
    const csv = await app.as('leader').get('/truth-samples/export', { format: 'csv' });
    assert.equal(csv.status, 200);
    assert.match(csv.text, /8182/u);
  });

  it('forgets who said what once it closes, and keeps what was counted', async () => {
    const { id } = await question();
    on('2026-12-04');
    assert.deepEqual(await closeTruthSamples(asSystem()), { closed: 0 }, 'the last day is a day to answer');
    assert.equal((await stored('truthAsks', { answer: { $in: [...TRUTH_ANSWERS] } })).length, 11);
    on('2026-12-05');
    assert.equal((await say(id, 'part')).status, 409);
    assert.deepEqual(await closeTruthSamples(asSystem()), { closed: 1 });
    assert.deepEqual(await closeTruthSamples(asSystem()), { closed: 0 });
    assert.equal((await stored('truthAsks', { answer: { $in: [...TRUTH_ANSWERS] } })).length, 0);
    assert.equal(await question(), null);
    const sample = await only();
    assert.deepEqual([sample.answered, sample.paidInFull], [11, 9]);
    const chain = await Events.find({ subject: `truthSample:${sample.id}` }).lean();
    assert.deepEqual(
      chain.map(({ action }) => action),
      ['truthSample.draw', 'truthSample.close'],
      'no event says that somebody answered',
    );
  });

  it('draws by chance where the day was never signed, and the month before is asked about alone', async () => {
    on('2026-12-20');
    await mongoose.model('attendance').updateMany({}, { $set: { month: '2026-11' } });
    assert.equal((await drawTruthSamples(asSystem())).drawn, 1);
    const [newest] = await list('inspector');
    assert.deepEqual([newest?.month, newest?.seedFrom, newest?.seed.length], ['2026-11', 'random', 64]);
    assert.equal(newest?.reportedBasisPoints, undefined, 'no payroll is no data, not nobody paid');
  });

  it('makes up for months nobody drew while the jobs stood still, once, by the seed of each month', async () => {
    const root = 'cd'.repeat(32);
    const days = ['2026-12-31', '2027-01-31'] as const;
    await DailyRoots.create(
      days.map((day) => ({
        ...{ _id: plainDate(day), areas: [], rootHash: root, previousRootHash: ROOT },
        ...{ signature: 'signed', keyId: '0'.repeat(16), signedAt: clock.now() },
      })),
    );
    const seedOf = (month: string) => createHash('sha256').update(`532601\n${month}\n${root}`).digest('hex');
    const newest = async () => {
      const [sample] = await list('inspector');
      return [sample?.month, sample?.seed, sample?.drawnOn, sample?.closesOn, sample?.numbers[3]?.value];
    };
    on('2027-02-25');
    await mongoose.model('attendance').updateMany({}, { $set: { month: '2026-12' } });
    const missed = { ...asSystem(), today: plainDate('2027-01-21') };
    assert.equal(
      (await drawTruthSamples(missed)).drawn,
      1,
      'the run of a day in January, made up in February',
    );
    assert.deepEqual(
      await newest(),
      ['2026-12', seedOf('2026-12'), '2027-02-25', '2027-03-11', 12],
      'who is asked today has the whole time to answer',
    );
    assert.deepEqual(await drawTruthSamples(missed), { drawn: 0, asked: 0 });
    await mongoose.model('attendance').updateMany({}, { $set: { month: '2027-01' } });
    const most = { areaCode: '5326', from: plainDate('2027-03-01'), value: 5, source: '测试' };
    await setParameter('truthSampleMost', most, asSystem());
    on('2027-04-02');
    assert.equal((await drawTruthSamples(asSystem())).drawn, 1, 'a month that is over waits for no day');
    assert.deepEqual(
      await newest(),
      ['2027-01', seedOf('2027-01'), '2027-04-02', '2027-04-16', 12],
      'by the numbers that held then',
    );
    assert.deepEqual(await drawTruthSamples(asSystem()), { drawn: 0, asked: 0 });
    const [{ id } = { id: '' }] = await list('inspector');
    assert.equal((await redrawTruthSample(id)).same, true);
    const months = (await list('inspector')).map(({ month }) => month);
    assert.deepEqual(months, ['2027-01', '2026-12', '2026-11', '2026-10'], 'and nobody was asked twice');
  });
});
