import { fen } from '../../server/core/kit/money.ts';
import { addPayMonths, payMonthOf } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import {
  acceptComplaint,
  fileAnonymousReport,
  listComplaints,
} from '../../server/features/complaints/index.ts';
import { fileCase } from '../../server/features/cases/index.ts';
import type { Scene } from './scene.ts';

const EMPLOYER = '演示：某沙石料场';

/** Somebody who gives no name: who it was is nowhere on record, and the case goes on all the same. */
export async function anonymousReport(scene: Scene): Promise<void> {
  const { receiptNumber } = await fileAnonymousReport(
    {
      areaCode: DEMO_AREA,
      employerName: EMPLOYER,
      site: '演示：德厚镇料场',
      headcount: 5,
      payMonths: [addPayMonths(payMonthOf(scene.day(4)), -1)],
      owedFen: fen(2_500_000),
      story: '演示：料场五个人上个月没有发工资，怕被开除，不留姓名。',
    },
    { ...scene.as('clerk', 4), actor: { kind: 'anonymous' }, grants: [] },
  );
  const clerk = scene.as('clerk', 3);
  const { items } = await listComplaints({ q: receiptNumber }, clerk);
  for (const { id, version } of items) {
    await acceptComplaint({ id, version }, {}, clerk);
    await fileCase(
      {
        complaintIds: [id],
        title: '演示：沙石料场拖欠工资（匿名举报）',
        respondent: { name: EMPLOYER },
        leadInspectorId: scene.inspectorId,
        coInspectorId: scene.secondId,
      },
      scene.as('inspector', 3, 11),
    );
  }
}

/** Nothing names who reported it, so what was reported does. */
export const isReportTold = async (scene: Scene): Promise<boolean> =>
  (await listComplaints({ q: EMPLOYER, limit: 1 }, scene.as('clerk', 0))).total > 0;
