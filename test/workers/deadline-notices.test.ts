import assert from 'node:assert/strict';
import type { OpenDepartmentTask } from '../../server/core/contract/coordination.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { calendarWith, NATIONAL_CALENDAR } from '../../server/core/law/calendar/index.ts';
import { countPeriod } from '../../server/core/law/count-period.ts';
import { noticeStage } from '../../server/core/law/notices.ts';
import { fileCase } from '../../server/features/cases/index.ts';
import { openTask } from '../../server/features/coordination/index.ts';
import { acceptComplaint } from '../../server/features/complaints/index.ts';
import { Releases } from '../../server/features/releases/index.ts';
import { prepareMessage } from '../../server/platform/outbox/prepare-message.ts';
import { Outbox } from '../../server/platform/outbox/index.ts';
import { sendDigests } from '../../workers/digest.ts';
import { sendDeadlineNotices } from '../../workers/jobs/send-deadline-notices.ts';
import { startTestApp } from '../support/app.ts';
import { useStore } from '../support/store.ts';
import { openRegion, openStaff, register, runOn, systemOn, told } from './office.ts';
import type { Staff } from './office.ts';

const job = sendDeadlineNotices({
  regionCode: '5326',
  smtpUrl: undefined,
  demo: true,
  findAdmins: () => Promise.resolve([]),
});

describe('the stage of a notice', () => {
  // Due on Saturday 10 October 2026, a make-up working day after the National Day week of 1 to 7 October.
  const CASES: [today: string, stage: string | null][] = [
    ['2026-09-29', null],
    ['2026-09-30', 'within3'],
    ['2026-10-08', 'within3'],
    ['2026-10-09', 'within1'],
    ['2026-10-10', 'today'],
    ['2026-10-11', 'overdue'],
  ];
  for (const [today, stage] of CASES) {
    it(`on ${today} of a last day on 2026-10-10 is ${stage ?? 'none'}`, () => {
      assert.equal(noticeStage(plainDate('2026-10-10'), plainDate(today), calendarWith()), stage);
    });
  }

  it('of a last day in the holiday is within one on the last working day before', () => {
    const stage = noticeStage(plainDate('2026-10-05'), plainDate('2026-09-30'), calendarWith());
    assert.equal(stage, 'within1');
  });
});

describe('deadline notices', () => {
  useStore();
  before(() => void startTestApp());
  let staff: Record<'clerk' | 'inspector' | 'head', Staff>;
  beforeEach(async () => {
    await openRegion();
    const [clerk, inspector, head] = await Promise.all([
      openStaff('clerk', 'clerk'),
      openStaff('inspector', 'inspector'),
      openStaff('bureauHead', 'head'),
    ]);
    staff = { clerk, inspector, head };
  });
  const sent = () => told('deadlineNotices', staff);

  it('of a complaint come three working days before, one before, on the day and after it, over a holiday', async () => {
    await register(staff.clerk, '2026-09-28'); // five working days: 29, 30 September, 8, 9, 10 October
    const story: [day: string, notices: number, all: string[]][] = [
      ['2026-09-29', 0, []],
      ['2026-09-30', 1, ['inApp clerk', 'mail clerk']],
      ['2026-10-01', 0, []],
      ['2026-10-08', 0, []],
      ['2026-10-09', 1, ['inApp clerk', 'mail clerk']],
      ['2026-10-10', 1, ['inApp clerk', 'mail clerk']],
      ['2026-10-11', 0, []],
      ['2026-10-12', 2, ['inApp clerk', 'mail clerk', 'inApp head', 'mail head']],
      ['2026-10-13', 0, []],
    ];
    for (const [day, notices, expected] of story) {
      await Outbox.deleteMany({});
      assert.equal((await runOn(job, day))['notices'], notices, day);
      assert.deepEqual(await sent(), expected, day);
    }
  });

  it('of a bond to be returned go to those whose step is next: the inspectors, then the head', async () => {
    const release = {
      ...{ kind: 'bondReturn', projectId: 'p', projectCode: '1', projectName: '清河安居工程' },
      ...{ companyId: 'c', companyName: '文山甲建工有限公司', bankName: '演示银行', areaCode: '532601' },
      ...{ isOpen: true, openedOn: '2026-11-01', lastOn: '2026-11-09', facts: {}, history: [], version: 1 },
      createdAt: new Date(),
    };
    const review = { period: 'bondReview', startedOn: '2026-11-09', dueOn: '2026-11-16' };
    const back = { period: 'bondReturn', startedOn: '2026-11-11', dueOn: '2026-11-16' };
    for (const [state, deadlines, expected] of [
      ['inReview', [review], ['inApp inspector', 'mail inspector']],
      ['passed', [{ ...review, metOn: '2026-11-11' }, back], ['inApp head', 'mail head']],
    ] as const) {
      await Outbox.deleteMany({});
      await Releases.deleteMany({});
      await Releases.collection.insertOne({ ...release, state, deadlines, nextDueOn: '2026-11-16' });
      assert.equal((await runOn(job, '2026-11-13'))['notices'], 1);
      assert.deepEqual(await sent(), expected);
    }
  });

  it('are made up after missed mornings with the stage of the day alone, and never twice', async () => {
    await register(staff.clerk, '2026-11-09'); // due on Monday the 16th
    assert.deepEqual(await runOn(job, '2026-11-13'), { peopleTold: 1, notices: 1, overdue: 0 });
    assert.deepEqual(await runOn(job, '2026-11-13'), { peopleTold: 0, notices: 0, overdue: 0 });
    assert.deepEqual(await sent(), ['inApp clerk', 'mail clerk']);
  });

  it('of many complaints are one bell item and one mail a person, which say how many and which', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 15; n += 1) numbers.push((await register(staff.clerk, '2026-11-09')).receiptNumber);
    const late = await register(staff.clerk, '2026-11-02');
    await runOn(job, '2026-11-13');
    assert.deepEqual(await sent(), ['inApp clerk', 'mail clerk', 'inApp head', 'mail head']);
    const mail = await Outbox.findOne({
      template: 'deadlineNotices',
      channel: 'mail',
      userId: staff.clerk.id,
    }).lean();
    assert.ok(mail);
    const { text } = await prepareMessage(mail, new Date());
    assert.match(text, /超期 1 件，今天到期 0 件，1 个工作日内到期 15 件/u);
    assert.ok(text.includes(`${late.receiptNumber} (2026-11-09)`), 'the overdue one comes first');
    assert.equal(numbers.filter((number) => text.includes(number)).length, 11);
  });

  it('that were cut off between two people or inside one go on there', async () => {
    const ctx = systemOn('2026-11-13');
    const notices = new Map(
      [staff.clerk, staff.head].map(({ id }) => [id, [{ key: 'deadline:x', line: 'x' }]]),
    );
    let calls = 0;
    const send = (killAt: number) =>
      sendDigests(
        notices,
        {
          template: 'untouchedComplaints',
          link: '/',
          data: (fresh) => {
            calls += 1;
            if (calls === killAt) throw new Error('killed');
            return { count: fresh.length, days: 3, items: '' };
          },
        },
        ctx,
        new AbortController().signal,
      );
    await assert.rejects(send(2), /killed/u);
    assert.deepEqual(await told('untouchedComplaints', staff), ['inApp clerk', 'mail clerk']);
    assert.equal((await send(0)).people, 1);
    assert.deepEqual((await told('untouchedComplaints', staff)).slice(2), ['inApp head', 'mail head']);
    assert.equal((await send(0)).people, 0);
  });

  it('go to whoever took the complaint on, and to nobody who left', async () => {
    const { id } = await register(staff.clerk, '2026-11-09');
    await acceptComplaint({ id, version: 1 }, {}, staff.inspector.on('2026-11-10')); // to be filed the same day
    await runOn(job, '2026-11-10');
    assert.deepEqual(await sent(), ['inApp inspector', 'mail inspector']);
  });

  it('of a case go to both its inspectors, and once it is late to the head as well', async () => {
    const second = await openStaff('inspector', 'second');
    const all = { ...staff, second };
    const { id } = await register(staff.clerk, '2026-10-12');
    const inspector = staff.inspector.on('2026-10-12');
    await acceptComplaint({ id, version: 1 }, {}, inspector);
    const { deadlines } = await fileCase(
      {
        complaintIds: [id],
        title: '张三被拖欠工资',
        respondent: { name: '文山某某建筑公司' },
        leadInspectorId: staff.inspector.id,
        coInspectorId: second.id,
      },
      inspector,
    );
    const dueOn = deadlines[0]?.dueOn;
    assert.ok(dueOn !== undefined && dueOn > '2026-12-31', 'sixty working days run into the next year');
    await runOn(job, dueOn);
    assert.deepEqual((await told('deadlineNotices', all)).sort(), [
      'inApp inspector',
      'inApp second',
      'mail inspector',
      'mail second',
    ]);
    await Outbox.deleteMany({});
    const length = { workingDays: 2 };
    const late = countPeriod({ from: dueOn, length, roll: 'none', calendar: NATIONAL_CALENDAR });
    await runOn(job, late.dueOn);
    assert.equal((await told('deadlineNotices', all)).filter((line) => line === 'mail head').length, 1);
  });

  it('of a task sent to a department go to its liaison, and once it is late to the sender as well', async () => {
    const leader = await openStaff('leader', 'leader');
    const liaison = await openStaff('departmentLiaison', 'liaison', '532601', 'housing');
    const task: OpenDepartmentTask = {
      areaCode: '532601',
      departmentCode: 'housing',
      kind: 'task',
      matter: 'industrySupervision',
      title: '核实',
      given: { content: '核实施工许可', dueOn: '2026-11-16' },
    };
    await openTask(task, leader.on('2026-11-09'));
    const sentTo = () => told('deadlineNotices', { ...staff, leader, liaison });
    await runOn(job, '2026-11-13');
    assert.deepEqual(await sentTo(), ['inApp liaison', 'mail liaison']);
    await Outbox.deleteMany({});
    assert.equal((await runOn(job, '2026-11-13'))['notices'], 0, 'once is enough');
    await runOn(job, '2026-11-17');
    assert.deepEqual(await sentTo(), ['inApp liaison', 'mail liaison', 'inApp leader', 'mail leader']);
  });

  it('of another office go to nobody here', async () => {
    const other = await openStaff('clerk', 'other', '532622');
    await register(other, '2026-11-09', { areaCode: '532622' });
    await runOn(job, '2026-11-13');
    assert.deepEqual(await told('deadlineNotices', { other }), ['inApp other', 'mail other']);
  });
});
