import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import {
  decideAtMeeting,
  moveMeeting,
  moveTalk,
  openMeeting,
  openTalk,
  proposeAgenda,
  sendDecision,
} from '../../server/features/coordination/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import type { Person } from '../demo-office.ts';

interface Office {
  leader: Person;
  /** As this person, so many days before today. */
  at: (who: Person, before: number) => Ctx;
  day: (after: number) => PlainDate;
}

/** Two talks, one held with its promise open; two meetings, one held with a decision sent and one that is not. */
export async function seedOffice(office: Office): Promise<void> {
  await seedTalks(office);
  await seedMeetings(office);
}

async function seedMeetings({ leader, at, day }: Office): Promise<void> {
  const invited = { areaCode: DEMO_AREA, departmentCodes: ['housing', 'hrss', 'finance', 'publicSecurity'] };
  const where = { place: '区政府第一会议室', chair: '分管副区长' };
  const planned = await openMeeting(
    {
      ...{ ...invited, title: '根治欠薪工作联席会议', proposed: [] },
      own: ['在建项目专用账户补办备案', '春节前欠薪隐患排查分工'],
      given: { ...where, plannedOn: day(-6) },
    },
    at(leader, 12),
  );
  const minutes = {
    ...{ heldOn: day(-6), attended: '住建、人社、财政、公安分管负责同志', absent: '无' },
    minutes: '通报了在建项目专用账户和欠薪隐患情况，明确了补办备案和排查的分工、期限。',
  };
  const held = await moveMeeting(
    { id: planned.id, version: planned.version, action: 'hold', given: minutes },
    at(leader, 6),
  );
  const first = await decideAtMeeting(
    {
      ...{ id: held.id, version: held.version, departmentCode: 'housing', matter: 'industrySupervision' },
      ...{ text: '逐个项目核对专用账户备案，缺的补办', dueOn: day(9) },
    },
    at(leader, 6),
  );
  await decideAtMeeting(
    {
      ...{ id: first.id, version: first.version, departmentCode: 'housing', matter: 'unlawfulContracting' },
      ...{ text: '清查违法分包工地，报送名单', dueOn: day(20) },
    },
    at(leader, 6),
  );
  await sendDecision({ id: held.id, number: 1 }, at(leader, 5));
  const now = at(leader, 0);
  const { items } = await proposeAgenda(DEMO_AREA, now);
  await openMeeting(
    {
      ...{ ...invited, title: '冬季专项行动联席会议', own: ['督办事项进展'] },
      proposed: items.map(({ kind, recordId }) => ({ kind, recordId })),
      given: { ...where, plannedOn: day(3) },
    },
    now,
  );
}

async function seedTalks({ leader, at, day }: Office): Promise<void> {
  const held = await openTalk(
    {
      ...{ areaCode: DEMO_AREA, unitName: '城东安置房建设指挥部' },
      given: {
        ...{ ground: 'GOVERNMENT_FUNDS', why: '安置房项目工程款长期未拨付，拖欠农民工工资。' },
        ...{ person: '赵建城', post: '副指挥长', place: '区政府第二会议室', plannedOn: day(-9) },
      },
    },
    at(leader, 12),
  );
  const given = {
    ...{ heldOn: day(-9), result: '说明了资金缺口的原因。', promise: '首批工程款拨付到专用账户。' },
    promiseBy: day(-1),
  };
  await moveTalk({ id: held.id, version: held.version, action: 'hold', given }, at(leader, 9));
  await openTalk(
    {
      ...{ areaCode: DEMO_AREA, unitName: '城东安置房项目总包单位' },
      given: {
        ...{ ground: 'ARREARS', why: '连续两个月逾期报送工资表。', person: '周承建', post: '项目负责人' },
        ...{ place: '人力资源和社会保障局会议室', plannedOn: day(4) },
      },
    },
    at(leader, 1),
  );
}
