import { approveExtension, askExtension } from '../../server/features/cases/index.ts';
import type { Scene } from './scene.ts';
import { openCase, register } from './scene.ts';

/** Two cases past their sixty working days: one was extended once by the head, the other is overdue. */
export async function overdueAndExtended(scene: Scene): Promise<void> {
  const first = await register(scene, 74, {
    channel: 'ASSIGNED',
    externalNumber: 'DEMO-extended',
    name: '陶正文',
    employerName: '演示：外省某装饰公司',
    story: '演示：公司搬走，账册不全，欠三个月工资。',
  });
  const extended = await openCase(scene, first, 72, {
    title: '演示：外省装饰公司拖欠工资（已延期）',
    employer: '演示：外省某装饰公司',
  });
  const reason = '演示：用工台账在外省，需异地调取。';
  const asked = await askExtension(extended.id, extended.version, { reason }, scene.as('inspector', 16));
  await approveExtension(asked.id, asked.version, {}, scene.as('head', 15));

  const second = await register(scene, 66, {
    channel: 'WALK_IN',
    externalNumber: 'DEMO-overdue',
    name: '侬天才',
    employerName: '演示：个体包工头韦某',
    story: '演示：包工头电话不接，两个月工资没有着落。',
  });
  await openCase(scene, second, 64, {
    title: '演示：个体包工头拖欠工资（已超期）',
    employer: '演示：个体包工头韦某',
  });
}
