import { approveRefusal, proposeRefusal } from '../../server/features/complaints/index.ts';
import type { Scene } from './scene.ts';
import { register } from './scene.ts';

/** Compensation after a dismissal is for arbitration: refused with a lawful reason and the way to go instead. */
export async function refusedToArbitration(scene: Scene): Promise<void> {
  const { id, version } = await register(scene, 15, {
    channel: 'WALK_IN',
    externalNumber: 'DEMO-refused',
    name: '项玉兰',
    employerName: '演示：某食品加工厂',
    story: '演示：被辞退，要求支付经济补偿金，工资已结清。',
  });
  const proposed = await proposeRefusal(
    { id, version },
    {
      ground: 'DISPUTE_PROCEDURE',
      reason: '演示：所争议的是解除劳动合同的经济补偿，不是拖欠工资。',
      whereInstead: '文山市劳动人事争议仲裁委员会（市政务中心二楼）',
    },
    scene.as('clerk', 13),
  );
  await approveRefusal({ id, version: proposed.version }, {}, scene.as('head', 12));
}
