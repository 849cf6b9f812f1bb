import type { PlainDate } from '../kit/plain-date.ts';
import type { FilingMonth } from './site-standing.ts';
import { basisPoints } from './figure.ts';
import type { Paper } from './paper.ts';
import { dayText, percent } from './work-bulletin.ts';

/** A project as far as its filing goes. */
export interface FilingSite {
  contractorId?: string;
  contractorName?: string;
  filing: readonly FilingMonth[];
}
/** How a general contractor filed for all its sites of an area in the months of a period. */
export interface FilingCompany {
  name: string;
  sites: number;
  teams: number;
  inTime: number;
  late: number;
  none: number;
  withoutAttendance: number;
  lateAttendance: number;
}

const COUNTED = ['teams', 'inTime', 'late', 'none', 'withoutAttendance', 'lateAttendance'] as const;
const UNKNOWN = '未登记总包单位';
/** Companies named in the bars; the table names all. */
const MOST_BARS = 10;

/** By general contractor, those that lack most first; what came in time is no reason to be named before others. */
export function filingByCompany(
  sites: readonly FilingSite[],
  { from, to }: { from: PlainDate; to: PlainDate },
): FilingCompany[] {
  const companies = new Map<string, FilingCompany>();
  for (const { contractorId = '', contractorName = UNKNOWN, filing } of sites) {
    const months = filing.filter(({ month }) => month >= from.slice(0, 7) && month <= to.slice(0, 7));
    if (months.length === 0) continue;
    const one = companies.get(contractorId) ?? {
      ...{ name: contractorName, sites: 0, teams: 0, inTime: 0, late: 0, none: 0 },
      ...{ withoutAttendance: 0, lateAttendance: 0 },
    };
    one.sites += 1;
    for (const month of months) for (const key of COUNTED) one[key] += month[key] ?? 0;
    companies.set(contractorId, one);
  }
  return [...companies.values()].sort(
    (a, b) =>
      b.none - a.none ||
      b.late - a.late ||
      b.withoutAttendance - a.withoutAttendance ||
      b.lateAttendance - a.lateAttendance ||
      (a.name < b.name ? -1 : 1),
  );
}

/** The bulletin of data quality: which general contractors file payrolls or attendance late or not at all. */
export function qualityBulletin(
  companies: readonly FilingCompany[],
  { areaName, from, to }: { areaName: string; from: PlainDate; to: PlainDate },
): Paper {
  const sum = (key: (typeof COUNTED)[number]): number =>
    companies.reduce((total, one) => total + one[key], 0);
  const rate = basisPoints(sum('inTime'), sum('teams'));
  const behind = companies.filter(({ late, none }) => late + none > 0);
  const summary =
    rate === null
      ? '期间没有已到发薪日的班组月，无法评价报送情况。'
      : `期间应报送工资表的班组月共${sum('teams')}个，按期${sum('inTime')}个，逾期${sum('late')}个，未报${sum('none')}个，按期率${percent(rate)}；没有考勤记录的${sum('withoutAttendance')}个，考勤在发薪日之后才报送的${sum('lateAttendance')}个。`;
  return {
    title: `${areaName}工资与考勤数据报送情况通报`,
    subtitle: `${dayText(from)}至${dayText(to)}`,
    blocks: [
      { is: 'heading', text: '一、总体情况' },
      { is: 'text', text: summary },
      ...(rate === null
        ? []
        : [
            {
              is: 'text',
              text:
                behind.length === 0
                  ? '各总包单位都按期报送。'
                  : `共有${behind.length}家总包单位存在逾期或未报，其中${behind
                      .slice(0, 3)
                      .map(({ name, late, none }) => `${name}逾期${late}个、未报${none}个`)
                      .join('，')}。`,
            } as const,
          ]),
      ...(behind.length === 0
        ? []
        : [
            {
              is: 'bars',
              caption: '逾期和未报的班组月（个）',
              bars: behind.slice(0, MOST_BARS).map(({ name, late, none }) => ({
                ...{ name, value: late + none, text: `${late + none}` },
              })),
            } as const,
          ]),
      { is: 'heading', text: '二、各总包单位' },
      {
        is: 'table',
        caption: '各总包单位报送情况',
        columns: [
          { heading: '总包单位', width: 30 },
          ...(['项目', '应报', '按期', '逾期', '未报', '无考勤', '考勤迟报'] as const).map((heading) => ({
            ...{ heading, width: 10, isNumber: true as const },
          })),
        ],
        rows: companies.map(({ name, sites, ...of }) => [
          ...[name, String(sites), ...COUNTED.map((key) => String(of[key]))],
        ]),
      },
      {
        is: 'note',
        text: '应报以班组月计：发薪日已过，班组有在场人员、考勤或工资表。按期指在发薪日当天或之前报送。没有约定发薪日的月份不计。考勤迟报指班组当月的第一条考勤在发薪日之后才报送。',
      },
    ],
  };
}
