import type { Dashboard, OpenNow } from '../../../../server/core/contract/dashboard.ts';
import { dashboardFigure } from '../../../../server/core/reports/dashboard-figures.ts';
import {
  alertsList,
  openCasesList,
  openComplaintsList,
  sitesList,
} from '../../../../server/core/reports/dashboard-lists.ts';
import type { DashboardFigureId } from '../../../../server/core/reports/dashboard-figure.ts';
import type { FigureList } from '../../../../server/core/reports/figure.ts';
import type { PeriodFigureId } from '../../../../server/core/reports/period-figures.ts';
import { closedList, periodFigure, receivedList } from '../../../../server/core/reports/period-figures.ts';
import { yuanText } from '../../format/money.ts';
import type { TileNumber } from './figure-tile.vue';

export interface Tile {
  main: TileNumber;
  more?: readonly TileNumber[];
}

const numberOf = (
  id: DashboardFigureId,
  count: number,
  list: FigureList,
  tone?: NonNullable<TileNumber['tone']>,
): TileNumber => {
  const { words, define, unit } = dashboardFigure(id);
  return {
    ...{ words, define, list, none: count === 0 },
    text: unit === 'yuan' ? yuanText(count) : count.toLocaleString('en-US'),
    ...(tone === undefined ? {} : { tone }),
  };
};

/** What is open now: work, money, warnings, projects. */
export function openTiles(areaCode: string, { complaints, cases, sites }: OpenNow): Tile[] {
  const complaintsDue = (due: string): FigureList => openComplaintsList(areaCode, { due });
  const casesDue = (due: string): FigureList => openCasesList(areaCode, { due });
  return [
    {
      main: numberOf('openComplaints', complaints.open, openComplaintsList(areaCode)),
      more: [
        numberOf('complaintsOverdue', complaints.overdue, complaintsDue('overdue'), 'danger'),
        numberOf('complaintsDueSoon', complaints.dueSoon, complaintsDue('within3'), 'warning'),
      ],
    },
    {
      main: numberOf('openCases', cases.open, openCasesList(areaCode)),
      more: [
        numberOf('casesOverdue', cases.overdue, casesDue('overdue'), 'danger'),
        numberOf('casesDueSoon', cases.dueSoon, casesDue('within3'), 'warning'),
      ],
    },
    {
      main: numberOf('openOwedFen', cases.owedFen, openCasesList(areaCode)),
      more: [numberOf('openSeenFen', cases.seenFen, openCasesList(areaCode), 'good')],
    },
    {
      main: numberOf('alertsRed', sites.alertsRed, alertsList(areaCode, 'red'), 'danger'),
      more: [numberOf('alertsYellow', sites.alertsYellow, alertsList(areaCode, 'yellow'), 'warning')],
    },
    {
      main: numberOf('sites', sites.projects, sitesList(areaCode)),
      more: [
        numberOf('sitesRed', sites.red, sitesList(areaCode, { level: 'red' }), 'danger'),
        numberOf('sitesGrey', sites.grey, sitesList(areaCode, { level: 'noData' })),
      ],
    },
  ];
}

/** The year so far, each number beside the same days of the year before. */
export function yearTiles({ areaCode, year, lastYear }: Dashboard): (Tile & { before: string })[] {
  const place = { areaCode, from: year.from, to: year.to };
  const tile = (id: PeriodFigureId, now: number, before: number, list: FigureList) => {
    const { words, define, unit } = periodFigure(id);
    const told = (count: number): string =>
      unit === 'yuan' ? yuanText(count) : count.toLocaleString('en-US');
    return { main: { words, define, list, text: told(now), none: now === 0 }, before: told(before) };
  };
  return [
    tile('complaintsReceived', year.received, lastYear.received, receivedList(place)),
    tile('casesClosed', year.closed, lastYear.closed, closedList(place)),
    tile('amountFen', year.amountFen, lastYear.amountFen, closedList(place)),
  ];
}
