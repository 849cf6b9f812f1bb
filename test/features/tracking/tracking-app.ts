import type { ComplaintFiled } from '../../../server/core/contract/complaint-intake.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { MyComplaint } from '../../../server/core/contract/tracking.ts';
import { TRACKING_PERMISSIONS, trackingRoutes } from '../../../server/features/tracking/index.ts';
import { ok, useCasesApp } from '../cases/cases-app.ts';
import type { Visitor, Who } from '../cases/cases-app.ts';

/** Tracking beside complaints, cases and files. */
export const useTrackingApp = () =>
  useCasesApp({ routes: trackingRoutes, permissionTables: [TRACKING_PERMISSIONS] });

/** What the worker sends from his phone. */
export const FORM = {
  intakeKind: 'COMPLAINT',
  projectName: '阳光花园二期',
  employerName: '文山建工集团有限公司',
  areaCode: '532601001',
  headcount: 1,
  payMonths: ['2026-01'],
  owedFen: 900_000,
  story: '一月份的工资没有发。',
  fileIds: [],
  name: '张大山',
};

export const filed = (as: (who: Who) => Visitor, over: object = {}): Promise<ComplaintFiled> =>
  ok(as('worker').create('/my/complaints', { ...FORM, ...over }));

export const mine = (as: (who: Who) => Visitor, receiptNumber: string): Promise<MyComplaint> =>
  ok(as('worker').get(`/my/complaints/${receiptNumber}`));

/** The complaint as the desk sees it. */
export async function atDesk(as: (who: Who) => Visitor, receiptNumber: string): Promise<ComplaintView> {
  const page = await ok<{ items: { id: string }[] }>(as('clerk').get('/complaints', { q: receiptNumber }));
  return ok(as('clerk').get(`/complaints/${page.items[0]?.id}`));
}

/** A move of the desk, or of whoever is named. */
export async function act(
  as: (who: Who) => Visitor,
  receiptNumber: string,
  action: string,
  body: object = {},
  who: Who = 'clerk',
): Promise<ComplaintView> {
  const { id, version } = await atDesk(as, receiptNumber);
  return ok(as(who).post(`/complaints/${id}/${action}`, body, { 'if-match': `"v${version}"` }));
}

export const stepsOf = ({ steps }: MyComplaint): string[] => steps.map(({ step }) => step).reverse();
