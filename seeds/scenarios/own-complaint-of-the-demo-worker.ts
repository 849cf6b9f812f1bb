import { fen } from '../../server/core/kit/money.ts';
import { addPayMonths, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { listClaims, recordPayments } from '../../server/features/cases/index.ts';
import { fileComplaint, listComplaints, writeMessage } from '../../server/features/complaints/index.ts';
import type { Scene } from './scene.ts';
import { openCase } from './scene.ts';

const NAME = '张大山';

/** The demo worker's own complaint: in progress, a message from the office, and money that waits for his word. */
export async function ownComplaintOfTheDemoWorker(scene: Scene): Promise<void> {
  const month = payMonthOf(scene.day(18));
  const { receiptNumber } = await fileComplaint(
    {
      intakeKind: 'COMPLAINT',
      name: NAME,
      projectCode: scene.projectCode,
      employerName: scene.labourName,
      areaCode: `${DEMO_AREA}001`,
      headcount: 1,
      payMonths: [addPayMonths(month, -2), addPayMonths(month, -1)],
      owedFen: fen(1_260_000),
      story: '演示：在安置小区做钢筋工，两个月工资没有发。',
      fileIds: [],
    },
    scene.as('worker', 18, 12),
  );
  const clerk = scene.as('clerk', 16);
  const [row] = (await listComplaints({ q: receiptNumber }, clerk)).items;
  if (row === undefined) throw new Error('the demo worker’s complaint is not in the queue');
  const opened = await openCase(scene, row, 16, {
    title: '演示：钢筋工张大山被拖欠工资',
    employer: scene.labourName,
  });
  await writeMessage(
    row.id,
    { text: '演示：已约谈项目部，请保管好考勤照片。', fileIds: [] },
    scene.as('inspector', 10),
  );
  const { items } = await listClaims(opened.id, {}, scene.as('inspector', 1));
  await recordPayments(
    opened.id,
    opened.version,
    {
      rows: items.map((claim) => ({ claimId: claim.id, fen: fen(800_000) })),
      paidOn: scene.day(2),
      means: 'REPORTED',
      fileIds: [],
      note: '演示：项目部称已转账 8000 元。',
    },
    scene.as('inspector', 1),
  );
}

/** A complaint from his own phone carries no number of a channel. */
export const isOwnComplaintTold = async (scene: Scene): Promise<boolean> =>
  (await listComplaints({ q: NAME, limit: 1 }, scene.as('clerk', 0))).total > 0;
