import { addDays, partsOf } from '../../server/core/kit/plain-date.ts';
import { noteAbsence } from '../../server/features/absences/index.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { askClosure, askRecusal, fileCase, investigateCase } from '../../server/features/cases/index.ts';
import { findParameter, setParameter } from '../../server/features/parameters/index.ts';
import { AWAY_INSPECTOR, staff } from '../demo-office.ts';
import type { Scene } from './scene.ts';
import { accept, openCase, register } from './scene.ts';

const DAYS_AWAY = 9;

/**
 * An inspector is away and his case stands on a colleague's list; a complainant does not want the other one; and two
 * closures that brought nobody money were asked for just before the report day.
 */
export async function awayAndRecused(scene: Scene): Promise<void> {
  const away = await staff(AWAY_INSPECTOR.login);
  const wish = await register(scene, 12, {
    ...{ channel: 'WALK_IN', externalNumber: 'DEMO-recusal', name: '侬建国' },
    ...{ employerName: '演示：某绿化工程队', story: '演示：绿化队三个月工资没有发。' },
  });
  const accepted = await accept(scene, wish, 11);
  const filed = await fileCase(
    {
      complaintIds: [accepted.id],
      title: '演示：绿化工程队拖欠工资（回避待定）',
      respondent: { name: '演示：某绿化工程队' },
      leadInspectorId: away.id,
      coInspectorId: scene.secondId,
    },
    scene.as('inspector', 11, 11),
  );
  const open = await investigateCase(filed.id, filed.version, {}, scene.as('inspector', 10));
  const ground = '演示：投诉人说该监察员与工程队负责人是连襟。';
  await askRecusal(
    open.id,
    open.version,
    { inspectorId: scene.secondId, side: 'COMPLAINANT', ground },
    scene.as('clerk', 1),
  );
  const today = scene.as('head', 0).today;
  await noteAbsence(
    {
      ...{ userId: away.id, role: 'inspector', officeCode: DEMO_AREA, substituteId: scene.inspectorId },
      ...{ from: scene.day(1), until: addDays(today, DAYS_AWAY) },
    },
    scene.as('head', 0),
  );
  await closuresBeforeTheReport(scene);
}

async function closuresBeforeTheReport(scene: Scene): Promise<void> {
  const ctx = scene.as('system', 0);
  const { day } = partsOf(addDays(ctx.today, DAYS_AWAY));
  if ((await findParameter('closuresBeforeReport', DEMO_AREA, ctx.today)) === null) {
    const value = { reportDay: day, calendarDays: DAYS_AWAY + 1, count: 2 };
    const from = scene.day(30);
    await setParameter('closuresBeforeReport', { areaCode: DEMO_AREA, from, value, source: '演示数据' }, ctx);
  }
  for (const [name, employer, code] of [
    ['陆阿红', '演示：某烧烤店', 'NOT_FOUND'],
    ['罗大明', '演示：某汽修厂', 'AGREED_NOT_PAID'],
  ] as const) {
    const said = await register(scene, 20, {
      ...{ channel: 'WALK_IN', externalNumber: `DEMO-closing-${code}`, name },
      ...{ employerName: employer, story: '演示：两个月工资没有发。' },
    });
    const title = `${employer}拖欠工资（报表日前申请结案）`;
    const one = await openCase(scene, said, 19, { title, employer });
    const statement = '演示：报表日前申请结案，钱没有到账。';
    await askClosure(one.id, one.version, { code, statement }, scene.as('inspector', 0));
  }
}
