import { enterFile } from '../../server/features/archive/index.ts';
import {
  approveClosure,
  askClosure,
  listClaims,
  orderRectification,
  recordPayments,
} from '../../server/features/cases/index.ts';
import type { Scene } from './scene.ts';
import { openCase, personOwed, register } from './scene.ts';

/** Received, accepted the day after, ordered, paid by the day named, closed as paid and put into the archive: every clock met. */
export async function onTime(scene: Scene): Promise<void> {
  const complaint = await register(scene, 30, {
    channel: 'HOTLINE_12333',
    externalNumber: 'DEMO-on-time',
    name: '马春花',
    phone: '13800000002',
    employerId: scene.labourId,
    projectId: scene.projectId,
    story: '演示：在工地做饭两个月，工资一直没有发。',
    people: [{ ...personOwed(scene, 30, '马春花', 960_000), phone: '13800000002' }],
  });
  const opened = await openCase(scene, complaint, 29, {
    title: '演示：劳务分包单位拖欠炊事员工资',
    employer: scene.labourName,
  });
  const { id } = opened;
  const ordered = await orderRectification(
    id,
    opened.version,
    {
      servedOn: scene.day(24),
      rectifyBy: scene.day(17),
      mode: 'DIRECT',
      demands: '演示：付清两个月工资 9600 元。',
      fileIds: [],
    },
    scene.as('inspector', 24),
  );
  const { items } = await listClaims(id, {}, scene.as('inspector', 19));
  const paid = await recordPayments(
    id,
    ordered.version,
    {
      rows: items.map((claim) => ({ claimId: claim.id, fen: claim.owedFen })),
      paidOn: scene.day(19),
      means: 'BANK_CREDIT',
      fileIds: [scene.slip],
    },
    scene.as('inspector', 19),
  );
  const statement = '演示：工资已由专户发放到本人银行卡。';
  const asked = await askClosure(id, paid.version, { code: 'PAID', statement }, scene.as('inspector', 18));
  await approveClosure(id, asked.version, {}, scene.as('head', 17));
  // Its file is bound when somebody first looks for it, which takes a start no time.
  await enterFile(id, undefined, { isSplit: false }, scene.as('clerk', 16));
}
