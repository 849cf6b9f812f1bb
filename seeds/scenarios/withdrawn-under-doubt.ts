import {
  askWithdrawalAtDesk,
  doubtWithdrawal,
  getComplaint,
} from '../../server/features/complaints/index.ts';
import type { Scene } from './scene.ts';
import { openCase, register } from './scene.ts';

/** He asked to withdraw; called back, he said who had told him to: the wish is doubted and the case goes on. */
export async function withdrawnUnderDoubt(scene: Scene): Promise<void> {
  const complaint = await register(scene, 12, {
    channel: 'PETITION',
    externalNumber: 'DEMO-doubt',
    name: '熊朝忠',
    phone: '13800000022',
    employerName: '演示：某砖厂',
    story: '演示：砖厂两个月没发工资。',
  });
  await openCase(scene, complaint, 11, { title: '演示：砖厂拖欠工资', employer: '演示：某砖厂' });
  const { id } = complaint;
  const { version } = await getComplaint(id, scene.as('clerk', 7));
  const asked = await askWithdrawalAtDesk(
    { id, version },
    { reason: '演示：来电称已经和老板说好了。' },
    scene.as('clerk', 7),
  );
  await doubtWithdrawal(
    { id, version: asked.version },
    { reason: '演示：回访时称工头要求先撤诉才给钱，撤诉不是真实意愿。' },
    scene.as('inspector', 3),
  );
}
