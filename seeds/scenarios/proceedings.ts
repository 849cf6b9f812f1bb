import { fen } from '../../server/core/kit/money.ts';
import { firstHearingDay } from '../../server/core/proceedings/hearing.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { endInvestigation } from '../../server/features/cases/index.ts';
import { missedOrder } from './missed-order.ts';
import { notice, tell } from './proceeding-steps.ts';
import type { Scene } from './scene.ts';
import { openCase, register } from './scene.ts';

/** A fine that was not paid in time and grows; it was told of a hearing and nobody asked for one. */
async function lateFine(scene: Scene): Promise<void> {
  const complaint = await register(scene, 45, {
    ...{ channel: 'HOTLINE_12345', externalNumber: 'DEMO-late-fine', name: '罗开荣' },
    ...{ employerName: '演示：某砂浆公司', story: '演示：拒不提供工资台账，欠两个月工资。' },
  });
  const opened = await openCase(scene, complaint, 44, {
    title: '演示：砂浆公司拒不提供台账（罚款逾期）',
    employer: '演示：某砂浆公司',
  });
  const deciding = await endInvestigation(opened.id, opened.version, {}, scene.as('inspector', 36));
  await tell(
    scene,
    deciding,
    'penalty',
    [
      35,
      {
        basis: '演示：不如实提供工资支付台账。',
        ...{ punished: 'UNIT', measure: 'FINE', intendedFen: 2_000_000, isHearingTold: true },
        ...notice(scene, 35),
      },
    ],
    ['hearStatement', 'inspector', 29, { heardOn: scene.day(29), statementKind: 'SILENT' }],
    [
      'make',
      'head',
      27,
      {
        ...{ madeOn: scene.day(27), decisionNumber: '演示罚字第 1 号' },
        ...{ content: '演示：罚款 20000 元。', fineFen: 2_000_000 },
      },
    ],
    ['serve', 'inspector', 25, { serviceMode: 'DIRECT', deliveredOn: scene.day(25), fileIds: [scene.slip] }],
  );
}

/** Things that wait: evidence to be decided on, a hearing that is set, an advance ordered, a fund before the head. */
async function waitingForANextStep(scene: Scene): Promise<void> {
  const complaint = await register(scene, 22, {
    ...{ channel: 'GRID', externalNumber: 'DEMO-waiting-steps', name: '侯永贵' },
    ...{ employerName: '演示：某钢结构公司', headcount: 12, owedFen: fen(11_520_000) },
    story: '演示：老板失联，十二人没有工资。',
  });
  const opened = await openCase(scene, complaint, 21, {
    title: '演示：钢结构公司老板失联（证据保存、听证、周转金）',
    employer: '演示：某钢结构公司',
  });
  let view = await tell(
    scene,
    opened,
    'evidencePreservation',
    [
      5,
      {
        ...{ items: '演示：考勤本三册、记工单一箱', place: '演示：项目部办公室' },
        reason: '演示：人员已撤场，可能灭失。',
      },
    ],
    ['approve', 'head', 4],
    [
      'preserve',
      'inspector',
      3,
      { preservedOn: scene.day(3), itemCount: 4, keeper: '演示：监察大队', fileIds: [scene.slip] },
    ],
  );
  view = await tell(
    scene,
    view,
    'penalty',
    [
      12,
      {
        basis: '演示：未建立实名制管理制度。',
        ...{ punished: 'UNIT', measure: 'STOP_WORK', isHearingTold: true, intendedFen: 5_000_000 },
        ...notice(scene, 12),
      },
    ],
    ['askHearing', 'inspector', 9, { hearingAskedOn: scene.day(9) }],
    [
      'setHearing',
      'inspector',
      2,
      {
        hearingToldOn: scene.day(2),
        hearingOn: firstHearingDay(scene.day(2), await loadCalendar(DEMO_AREA)),
        hearingPlace: '演示：市人社局三楼会议室',
      },
    ],
  );
  view = await tell(
    scene,
    view,
    'ownerAdvance',
    [
      8,
      {
        ...{ owner: '演示：城投开发有限公司', unsettledFen: 30_000_000, advanceFen: 10_000_000 },
        basis: '演示：进度款逾期三个月未拨付。',
      },
    ],
    ['order', 'head', 7, { orderedOn: scene.day(7), advanceBy: scene.day(0) }],
  );
  await tell(scene, view, 'emergencyFund', [
    1,
    {
      ground: 'ABSCONDED',
      fundFen: 2_400_000,
      headcount: 12,
      reason: '演示：工人无钱返乡，先发基本生活费。',
    },
  ]);
}

/** Every kind of proceeding somewhere on its way, on three cases. */
export async function proceedingsUnderWay(scene: Scene): Promise<void> {
  await lateFine(scene);
  await missedOrder(scene);
  await waitingForANextStep(scene);
}
