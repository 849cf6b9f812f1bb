import type { Decision } from '@core/contract/complaints.ts';
import type { PeriodReport } from '@core/contract/reports.ts';
import type { RouteLocationRaw } from 'vue-router';

/** One figure of the report: its value, and the list behind it with the filters that give exactly this number. */
export interface Figure {
  key: string;
  value: number;
  kind: 'count' | 'fen' | 'rate';
  /** Null where nothing can be said, e.g. a rate of nothing. */
  isNone?: boolean;
  to?: RouteLocationRaw;
  /** The list's permission. */
  permission?: string;
}
export interface FigureGroup {
  key: 'complaints' | 'cases' | 'recovered' | 'prevention';
  figures: Figure[];
}

/** The queues show what is not over; a report counts everything. */
const OVER_TOO = { open: 'all' };
type Door = Pick<Required<Figure>, 'permission'>;
const COMPLAINTS: Door = { permission: 'complaints.list' };
const CASES: Door = { permission: 'cases.list' };
const INSPECTIONS: Door = { permission: 'inspections.list' };
const OUTREACH: Door = { permission: 'outreach.list' };
const list = (path: string, door: Door, query: Record<string, string>) => ({ to: { path, query }, ...door });

export function complaintsList(report: PeriodReport, more: Record<string, string> = {}) {
  const { from, to, areaCode } = report;
  return list('/complaints', COMPLAINTS, {
    receivedFrom: from,
    receivedTo: to,
    areaCode,
    ...OVER_TOO,
    ...more,
  });
}
function decidedList({ from, to, areaCode }: PeriodReport, decided: Decision) {
  const query = { decided, decidedFrom: from, decidedTo: to, areaCode, ...OVER_TOO };
  return list('/complaints', COMPLAINTS, query);
}
export function closedList(report: PeriodReport, more: Record<string, string> = {}) {
  const { from, to, areaCode } = report;
  return list('/cases', CASES, { closedFrom: from, closedTo: to, areaCode, ...OVER_TOO, ...more });
}

export function figureGroups(report: PeriodReport): FigureGroup[] {
  const { from, to, areaCode, outreach } = report;
  const count = (key: string, value: number, more: Partial<Figure> = {}): Figure => ({
    key,
    value,
    kind: 'count',
    ...more,
  });
  const held = list('/outreach', OUTREACH, { from, to, areaCode });
  return [
    {
      key: 'complaints',
      figures: [
        count('complaintsReceived', report.complaintsReceived, complaintsList(report)),
        count('complaintsAccepted', report.complaintsAccepted, decidedList(report, 'accepted')),
        count('complaintsRefused', report.complaintsRefused, decidedList(report, 'refused')),
        count('complaintsTransferred', report.complaintsTransferred, decidedList(report, 'transferred')),
        count('complaintsWithdrawn', report.complaintsWithdrawn, decidedList(report, 'withdrawn')),
      ],
    },
    {
      key: 'cases',
      figures: [
        count(
          'casesFiled',
          report.casesFiled,
          list('/cases', CASES, { filedFrom: from, filedTo: to, areaCode, ...OVER_TOO }),
        ),
        count('casesClosed', report.casesClosed, closedList(report)),
        {
          key: 'closingRate',
          value: report.closingRate ?? 0,
          kind: 'rate',
          isNone: report.closingRate === null,
        },
      ],
    },
    {
      key: 'recovered',
      figures: [
        count('workers', report.workers, closedList(report)),
        { key: 'owedFen', value: report.owedFen, kind: 'fen', ...closedList(report) },
        { key: 'amountFen', value: report.amountFen, kind: 'fen', ...closedList(report) },
      ],
    },
    {
      key: 'prevention',
      figures: [
        count(
          'inspections',
          report.inspections,
          list('/inspections', INSPECTIONS, { from, to, areaCode, kind: 'ROUTINE' }),
        ),
        count('leaflets', outreach.leaflets, held),
        count('vehicles', outreach.vehicles, held),
        count('people', outreach.people, held),
        count('slogans', outreach.slogans, held),
        count('consultations', outreach.consultations, held),
      ],
    },
  ];
}
