import { returnTransfer, transferComplaint } from '../../server/features/complaints/index.ts';
import type { Scene } from './scene.ts';
import { openCase, register } from './scene.ts';

/** Offered to the office of 砚山县, which gave it back with a reason; accepted here within the first period. */
export async function transferredAndReturned(scene: Scene): Promise<void> {
  const { id, version } = await register(scene, 10, {
    channel: 'HOTLINE_12345',
    externalNumber: 'DEMO-returned',
    name: '普阿秀',
    employerName: '演示：跨县公路养护队',
    story: '演示：在两县交界处修路，两个月工资没发。',
  });
  const offered = await transferComplaint(
    { id, version },
    { toAreaCode: '532622', reason: '演示：工地似在砚山县境内。' },
    scene.as('clerk', 9),
  );
  const returned = await returnTransfer(
    { id, version: offered.version },
    { reason: '演示：经核实工地在文山市境内，退回。' },
    scene.as('system', 8),
  );
  await openCase(scene, returned, 7, {
    title: '演示：跨县公路养护队拖欠工资',
    employer: '演示：跨县公路养护队',
  });
}
