import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { moveTalk, openTalk } from '../../server/features/coordination/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import type { Person } from '../demo-office.ts';

interface Office {
  leader: Person;
  /** As this person, so many days before today. */
  at: (who: Person, before: number) => Ctx;
  day: (after: number) => PlainDate;
}

/** Two talks, one held with its promise open. */
export async function seedOffice(office: Office): Promise<void> {
  await seedTalks(office);
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
