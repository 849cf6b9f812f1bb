import { isDeepStrictEqual } from 'node:util';
import { factsAsOf } from '../../core/alerts/facts-as-of.ts';
import type { MonthFacts, ProjectFacts } from '../../core/alerts/facts.ts';
import type { Words } from '../../core/alerts/rule.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { lastDayOf } from '../../core/kit/plain-date.ts';

const PARTS = {
  project: { zh: '项目登记内容', en: 'The project’s own record' },
  contract: { zh: '施工合同', en: 'The works contract' },
  account: { zh: '工资专用账户', en: 'The wage account' },
  bond: { zh: '工资保证金', en: 'The wage bond' },
  board: { zh: '维权信息告示牌', en: 'The rights board' },
  site: { zh: '在场人员', en: 'Who is on site' },
  money: { zh: '专户资金', en: 'The money of the account' },
  complaints: { zh: '投诉举报', en: 'Complaints' },
  deadlines: { zh: '办理期限', en: 'Deadlines of complaints and cases' },
  elsewhere: { zh: '参建单位的其他项目', en: 'The parties’ other projects' },
  listings: { zh: '失信名单', en: 'Listings' },
} as const satisfies Partial<Record<keyof ProjectFacts, Words>>;

/** Runs on whatever the day: it would name itself every time. */
const LIVE = new Set<keyof typeof PARTS>(['site', 'money', 'deadlines', 'elsewhere']);

/** What is said of a company is not told to it. */
const OFFICE = new Set<keyof typeof PARTS>(['complaints', 'listings']);

/**
 * What is dated up to a past day but was not known on it: entered later, corrected or replaced. Named by part, months by
 * month. Parts that only ever show the present (who is on site, a balance) say nothing of the past and are left out.
 */
export function laterData(then: ProjectFacts, now: ProjectFacts, day: PlainDate, asCompany = false): Words[] {
  const was = factsAsOf(then, day);
  const is = factsAsOf(now, day);
  const parts = (Object.keys(PARTS) as (keyof typeof PARTS)[]).filter(
    (part) => !LIVE.has(part) && !(asCompany && OFFICE.has(part)),
  ); // the table's own keys
  const words: Words[] = parts
    .filter((part) => !isSame(was[part], is[part]))
    .map((part) => ({ zh: `${PARTS[part].zh}在此后有更改`, en: `${PARTS[part].en} changed since` }));
  const months = new Map(was.months.map((month) => [month.month, month]));
  for (const month of is.months) {
    const gone = new Set(month.teams.flatMap((team) => (team.isSheetDeleted === true ? team.teamId : [])));
    const before = months.get(month.month);
    if (before !== undefined && !isSame(settled(before, day, gone), settled(month, day, gone)))
      words.push({
        zh: `${month.month} 的考勤、工资表或到账记录在此后有补录或更改`,
        en: `Attendance, payroll or credits of ${month.month} were entered or changed since`,
      });
  }
  return words;
}

/**
 * What can be compared. A month that still runs grows by itself: who came on its later days was not known, and could not
 * be. When money was sent is not on record once it has arrived. What was credited in a month is the sum of the sheets, which
 * are compared themselves: those of months before the first one looked at today are no longer among it. Nor can teams whose
 * payroll was deleted by law since.
 */
function settled(month: MonthFacts, day: PlainDate, gone: ReadonlySet<string>): object {
  const isOver = lastDayOf(month.month) <= day;
  const teams = month.teams.flatMap(({ sheet, ...team }) => {
    if (gone.has(team.teamId)) return [];
    const { sentFen: _, ...known } = sheet ?? {};
    if (isOver) return [{ ...team, known }];
    return sheet === undefined ? [] : [{ teamId: team.teamId, known }];
  });
  const { creditedInMonthFen: _, ...rest } = month;
  return { ...rest, teams };
}

/** As they are kept: what is left out and what is empty are the same. */
const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(asKept(a), asKept(b));
const asKept = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null));
