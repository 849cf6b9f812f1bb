import { joinComplaint } from '../../server/features/cases/index.ts';
import { mergeComplaint } from '../../server/features/complaints/index.ts';
import type { Scene } from './scene.ts';
import { accept, openCase, register } from './scene.ts';

const EMPLOYER = '演示：某水电安装队';

/** One matter through three channels: the same man twice becomes one complaint, his colleague joins the case. */
export async function joinedDuplicates(scene: Scene): Promise<void> {
  const told = { employerName: EMPLOYER, story: '演示：水电班两个月工资没有发。' };
  const first = await register(scene, 9, {
    ...{ channel: 'HOTLINE_12345', externalNumber: 'DEMO-joined-1', name: '吴华' },
    ...told,
  });
  const again = await register(scene, 8, {
    ...{ channel: 'HOTLINE_12333', externalNumber: 'DEMO-joined-2', name: '吴华' },
    ...told,
  });
  const colleague = await register(scene, 8, {
    ...{ channel: 'WALK_IN', externalNumber: 'DEMO-joined-3', name: '郭平' },
    ...told,
  });
  const reason = '演示：同一人同一事，合并处理。';
  await mergeComplaint({ ...again }, { intoId: first.id, reason }, scene.as('clerk', 7, 9));
  const opened = await openCase(scene, first, 7, { title: '演示：水电安装队拖欠工资', employer: EMPLOYER });
  const accepted = await accept(scene, colleague, 6);
  await joinComplaint(
    opened.id,
    opened.version,
    { complaintId: accepted.id, reason: '演示：同一班组，并案查处。' },
    scene.as('inspector', 6, 11),
  );
}
