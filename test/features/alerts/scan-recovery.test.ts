import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import { drawFrom } from '../../../seeds/random.ts';
import type { PayFileView } from '../../../server/core/contract/funds.ts';
import { addDays, plainDate } from '../../../server/core/kit/plain-date.ts';
import type { PlainDate } from '../../../server/core/kit/plain-date.ts';
import { answerLine } from '../../../server/features/payroll/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { Enrolments } from '../../../server/features/roster/enrolment.model.ts';
import { markAttendance } from '../../../server/features/roster/mark-attendance.ts';
import { putAccount } from '../../../server/features/safeguards/put-account.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { findTouched } from '../../../server/platform/touched-projects.ts';
import { asSystem, lineNow } from '../payroll/payroll-life-app.ts';
import { alertsNow, cardsNow, look, setDay, useAlerts } from './alerts-app.ts';

const KEPT = ['alerts', 'alertCards', 'alertFacts', 'alertSettings', 'alertScans', 'projectTouches'];

/** What stands, and what the cards say, without what only tells when somebody looked. */
async function standsNow(): Promise<object> {
  const alerts = (await alertsNow({ standing: true })).map(
    ({ projectId, rule, about, level, message, values }) => ({
      ...{ projectId, rule, about, level },
      ...{ message: message.zh, values },
    }),
  );
  const cards = (await cardsNow()).map(({ _id, points, level, rules, factsHash, settingsHash }) => ({
    ...{ _id, points, level, rules, factsHash, settingsHash },
  }));
  return { alerts: alerts.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)), cards };
}

/** The same records looked at for the first time, by one look that nobody disturbs. */
async function lookedAtAnew(day: string): Promise<object> {
  for (const name of KEPT) await mongoose.connection.collection(name).deleteMany({});
  await look(day);
  return standsNow();
}

describe('a look that is disturbed', function () {
  this.timeout(60_000);
  const app = useAlerts();
  const place = { areaCode: '532601001', site: '河边', state: 'building' } as const;
  const site = { ...place, parties: [] };

  /** A look that is told to stop when it has committed for the n-th time; answers whether it was. */
  async function stoppedAt(day: string, n: number): Promise<boolean> {
    const stop = new AbortController();
    let commits = 0;
    const count = ({ commandName }: { commandName: string }): void => {
      commits += commandName === 'commitTransaction' ? 1 : 0;
      if (commits === n) stop.abort();
    };
    const client = mongoose.connection.getClient();
    client.on('commandSucceeded', count);
    await look(day, stop.signal);
    client.off('commandSucceeded', count);
    return stop.signal.aborted;
  }

  before(async () => {
    setDay('2026-11-12');
    await app.issued();
    for (const name of ['东', '南', '西']) await createProject({ ...site, name }, asSystem());
  });

  it('leaves nothing behind when its transaction fails, and its touches for the next', async () => {
    const touched = (await findTouched(1_000)).length;
    assert.ok(touched > 0);
    const failing = inTransaction(async () => {
      await look('2026-11-12');
      throw new Error('the power went');
    });
    await assert.rejects(failing, /the power went/u);
    assert.deepEqual([(await alertsNow()).length, (await cardsNow()).length], [0, 0]);
    assert.equal((await findTouched(1_000)).length, touched);
  });

  it('goes on where it was, wherever it is stopped, and ends as if nobody had stopped it', async () => {
    // Some projects are known only by themselves, as if they were older than the list of what was touched.
    await mongoose.connection.collection('projectTouches').deleteMany({ projectId: { $ne: app.projectId } });
    const stops: boolean[] = [];
    for (const n of [1, 2, 2]) stops.push(await stoppedAt('2026-11-14', n));
    assert.deepEqual(stops.slice(0, 2), [true, true]);
    const half = (await cardsNow()).length;
    assert.ok(half > 0, 'what was committed stays');
    await look('2026-11-14');
    const ended = await standsNow();
    assert.deepEqual(await look('2026-11-14'), { projects: 0, raised: 0, cured: 0, kept: 0 });
    assert.equal((await cardsNow()).length, 4);
    assert.deepEqual(ended, await lookedAtAnew('2026-11-14'));
  });

  it('looks at all projects in the new month although it was stopped on its first night', async () => {
    await stoppedAt('2026-12-01', 1);
    assert.ok((await cardsNow()).every(({ day }) => day < '2026-12-01'));
    assert.equal((await look('2026-12-02'))['projects'], 4);
    assert.deepEqual(await standsNow(), await lookedAtAnew('2026-12-02'));
  });
});

describe('looking only at what changed', function () {
  this.timeout(60_000);
  const app = useAlerts();
  let [day, version] = [plainDate('2026-11-12'), 2];
  const account = {
    ...{ bankName: '演示农商行', branchCode: 'WS001', branchName: '文山支行', number: '6217003860001234567' },
    ...{ accountName: '文山甲建工有限公司清河安居工程农民工工资专用账户', openedOn: plainDate('2026-03-10') },
  };
  const open: { file: PayFileView; lines: string[]; said: Set<number> }[] = [];

  /** One thing that happens on a site, drawn. */
  async function something(draw: ReturnType<typeof drawFrom>, today: PlainDate): Promise<string> {
    const what = draw.pick([
      'file',
      'issue',
      'issue',
      'credit',
      'credit',
      'bounce',
      'answer',
      'attend',
      'account',
    ]);
    if (what === 'file') await app.file();
    if (what === 'issue') {
      const { file, own, others } = await app.issued();
      open.push({ file, lines: [own, others], said: new Set() });
    }
    const unsaid = open.flatMap((one) => [1, 2].filter((n) => !one.said.has(n)).map((n) => ({ one, n })));
    if ((what === 'credit' || what === 'bounce') && unsaid.length > 0) {
      const { one, n } = draw.pick(unsaid);
      await app.bankSays(one.file, n, what === 'credit' ? 'credited' : 'bounced', today);
      one.said.add(n);
    }
    if (what === 'answer' && open.length > 0) {
      const line = draw.pick(draw.pick(open).lines);
      const kind = draw.pick(['right', 'nothing', 'notMe'] as const);
      await answerLine(() => lineNow(line), { kind }, 'phone', asSystem()).catch(() => undefined);
    }
    if (what === 'attend') {
      const found = await Enrolments.find({ projectId: app.projectId }).sort({ _id: 1 }).lean();
      const hundredths = draw.pick([0, 50, 100]);
      if (found.length > 0)
        await markAttendance(
          String(draw.pick(found)._id),
          addDays(today, -9),
          { hundredths, reason: '补记' },
          asSystem(),
        );
    }
    if (what === 'account') {
      const filed = draw.pick([{}, { filedOn: today }]);
      version = await putAccount(app.projectId, version, { ...account, ...filed }, asSystem());
    }
    return what;
  }

  before(async () => {
    setDay('2026-11-12');
    await look('2026-11-12');
    const [own] = await cardsNow();
    const parties = [{ role: 'projectOwner' as const, companyId: own?.companyIds.at(-1) ?? '' }];
    const site = { areaCode: '532601001', site: '河边', state: 'building', name: '二期' } as const;
    await createProject({ ...site, parties }, asSystem());
  });

  for (const seed of [7, 20_261_122])
    it(`says the same as looking at everything, after whatever happens (drawn from ${seed})`, async () => {
      const draw = drawFrom(seed);
      const story: string[] = [];
      for (let night = 0; night < 5; night += 1) {
        for (let times = draw.between(1, 3); times > 0; times -= 1) story.push(await something(draw, day));
        day = addDays(day, draw.between(1, 6));
        await look(day);
        story.push(day);
      }
      const incremental = await standsNow();
      assert.deepEqual(incremental, await lookedAtAnew(day), story.join(' '));
    });
});
