import { fen } from '../../server/core/kit/money.ts';
import { orderRectification } from '../../server/features/cases/index.ts';
import { notice, tell } from './proceeding-steps.ts';
import type { Scene } from './scene.ts';
import { openCase, register } from './scene.ts';

/** An order that was missed: decision and demand, the police asked to reconsider, the contractor paid, the bond called. */
export async function missedOrder(scene: Scene): Promise<void> {
  const complaint = await register(scene, 42, {
    ...{ channel: 'HOTLINE_12333', externalNumber: 'DEMO-missed-order', name: '农正光' },
    ...{ projectId: scene.projectId, employerId: scene.labourId, headcount: 6, owedFen: fen(5_760_000) },
    story: '演示：架子工班六人两个月没有领到工资。',
  });
  const opened = await openCase(scene, complaint, 41, {
    title: '演示：架子工班欠薪（处理决定、移送、保证金）',
    employer: scene.labourName,
  });
  const order = {
    ...{ servedOn: scene.day(36), rectifyBy: scene.day(30), mode: 'DIRECT' as const },
    ...{ demands: '演示：付清六人工资。', fileIds: [] },
  };
  let view = await orderRectification(opened.id, opened.version, order, scene.as('inspector', 36));
  view = await tell(
    scene,
    view,
    'decision',
    [28, { basis: '演示：限期改正期满未付。', intended: '演示：责令支付。', ...notice(scene, 28) }],
    [
      'hearStatement',
      'inspector',
      26,
      { heardOn: scene.day(26), statementKind: 'MADE', statement: '演示：称工程款未到，不予采纳。' },
    ],
    [
      'make',
      'head',
      25,
      {
        ...{ madeOn: scene.day(25), decisionNumber: '演示理字第 1 号', content: '演示：付清工资。' },
        ...{ decidedFen: 5_760_000, performBy: scene.day(16) },
      },
    ],
    ['serve', 'inspector', 24, { serviceMode: 'LEFT', deliveredOn: scene.day(24), fileIds: [scene.slip] }],
    ['demand', 'inspector', 14, { demandMode: 'DIRECT', demandedOn: scene.day(14) }],
  );
  view = await tell(
    scene,
    view,
    'criminalTransfer',
    [
      22,
      {
        ...{ reportedOn: scene.day(22), team: '演示：两名监察员', act: 'UNWILLING' },
        report: '演示：账户有余额而不支付。',
      },
    ],
    ['approve', 'head', 21],
    [
      'send',
      'inspector',
      20,
      {
        ...{ sentOn: scene.day(20), police: '演示：文山市公安局', letterNumber: '演示移字第 1 号' },
        papers: '演示：移送书、调查报告、限期改正指令书及送达回证。',
      },
    ],
    ['policeReceive', 'inspector', 19, { receivedOn: scene.day(19) }],
    [
      'policeRefuse',
      'inspector',
      17,
      { policeRefusedOn: scene.day(17), policeReason: '演示：认为尚未达到数额标准。' },
    ],
    [
      'askReconsideration',
      'inspector',
      16,
      { contestedOn: scene.day(16), reason: '演示：六人合计已超过标准。' },
    ],
  );
  view = await tell(
    scene,
    view,
    'contractorSettlement',
    [
      22,
      {
        ...{ contractor: scene.companyName, debtor: scene.labourName, ground: 'SUBCONTRACTOR' },
        ...{ settleFen: 3_000_000, basis: '演示：分包单位拖欠。' },
      },
    ],
    ['order', 'head', 21, { orderedOn: scene.day(21), settleBy: scene.day(13) }],
    ['settle', 'inspector', 15, { settledOn: scene.day(15), settledFen: 3_000_000, fileIds: [scene.slip] }],
  );
  await tell(
    scene,
    view,
    'bondUse',
    [
      11,
      {
        ...{ bank: '演示：某银行文山支行', bondFen: 2_760_000, headcount: 6 },
        reason: '演示：总包清偿后仍有余款未付。',
      },
    ],
    ['issue', 'head', 10, { noticeOn: scene.day(10) }],
  );
}
