import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import {
  listInspections,
  recordInspection,
  recordOutreach,
} from '../../server/features/inspections/index.ts';
import type { Scene } from './scene.ts';

/** What the office did out of doors in the last weeks. */
export async function routineVisitsAndOutreach(scene: Scene): Promise<void> {
  await recordInspection(
    {
      ...{ areaCode: `${DEMO_AREA}001`, on: scene.day(6), kind: 'ROUTINE', companyId: scene.companyId },
      ...{ companyName: scene.companyName, projectId: scene.projectId, inspectors: '李明清、普建华' },
      ...{ findings: '演示：两名工人未签劳动合同，维权告示牌缺投诉电话。', result: 'TO_RECTIFY' },
    },
    scene.as('inspector', 6, 16),
  );
  await recordInspection(
    {
      ...{ areaCode: DEMO_AREA, on: scene.day(3), kind: 'DOCUMENT_REVIEW', companyId: scene.labourId },
      ...{ companyName: scene.labourName, inspectors: '李明清、普建华' },
      ...{ findings: '演示：工资支付台账齐全。', result: 'CLEAN' },
    },
    scene.as('inspector', 3, 16),
  );
  await recordOutreach(
    {
      ...{ areaCode: DEMO_AREA, on: scene.day(5), what: '演示：工地普法宣传' },
      ...{ leaflets: 120, vehicles: 2, people: 6, slogans: 1, consultations: 35 },
    },
    scene.as('clerk', 5, 16),
  );
}

export const areVisitsTold = async (scene: Scene): Promise<boolean> =>
  (await listInspections({ companyId: scene.companyId, limit: 1 }, scene.as('clerk', 0))).total > 0;
