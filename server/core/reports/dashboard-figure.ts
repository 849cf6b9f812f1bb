import type { FigureRow } from './figure.ts';

/** Figures of the leader's screen: what is open now, sites, coverage, and wages reported beside wages asked about. */
export const DASHBOARD_FIGURE_IDS = [
  ...(['openComplaints', 'complaintsOverdue', 'complaintsDueSoon', 'complaintsByState'] as const),
  ...(['complaintsByAge', 'openCases', 'casesOverdue', 'casesDueSoon', 'casesByState'] as const),
  ...(['casesByAge', 'openOwedFen', 'openSeenFen', 'alertsRed', 'alertsYellow', 'sites'] as const),
  ...(['sitesRed', 'sitesYellow', 'sitesClear', 'sitesGrey', 'coverContract'] as const),
  ...(['coverRealName', 'coverAccount', 'coverBond', 'coverBankPay', 'coverBoard'] as const),
  ...(['reportedPaidRate', 'sampledPaidRate'] as const),
] as const;
export type DashboardFigureId = (typeof DASHBOARD_FIGURE_IDS)[number];
export interface DashboardFigure extends FigureRow {
  readonly id: DashboardFigureId;
}

export const figureRow = (
  id: DashboardFigureId,
  unit: FigureRow['unit'],
  source: FigureRow['source'],
  [zh, en]: readonly [string, string],
  [defineZh, defineEn]: readonly [string, string],
): DashboardFigure => ({
  ...{ id, unit, source },
  ...{ words: { zh, en }, define: { zh: defineZh, en: defineEn } },
});
