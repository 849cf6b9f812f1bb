import type { PayMonth, PlainDate } from '../../core/kit/plain-date.ts';
import { nextPayMonth } from '../../core/kit/plain-date.ts';
import { PERIODS } from '../../core/law/periods.ts';
import { findWorkType } from '../../core/pay/work-types.ts';
import type { Column } from '../../platform/tables/index.ts';
import { companyNamesOf } from '../companies/index.ts';
import { attendanceTotals, findRoster, teamsOf } from '../roster/index.ts';
import type { RosterPerson } from '../roster/index.ts';

/** One person of the labour ledger: who worked where, from when to when, under what agreement. */
export interface LabourLedgerRow {
  employer: string;
  team: string;
  name: string;
  citizenId: string;
  phone: string;
  workType: string;
  contract: string;
  enteredOn: PlainDate | undefined;
  leftOn: PlainDate | undefined;
  days: string;
  kept: string;
}

/** @law REG-28-3 */
export const LABOUR_LEDGER_COLUMNS: readonly Column<LabourLedgerRow>[] = [
  { key: 'employer', zh: '用人单位', en: 'Employer', kind: 'text' },
  { key: 'team', zh: '班组', en: 'Team', kind: 'text' },
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'citizenId', zh: '身份证号码', en: 'Citizen id', kind: 'text' },
  { key: 'phone', zh: '联系方式', en: 'Phone', kind: 'text' },
  { key: 'workType', zh: '工种', en: 'Trade', kind: 'text' },
  { key: 'contract', zh: '劳动合同或用工协议', en: 'Contract or agreement', kind: 'text' },
  { key: 'enteredOn', zh: '进场日期', en: 'Entered on', kind: 'day' },
  { key: 'leftOn', zh: '离场日期', en: 'Left on', kind: 'day' },
  { key: 'days', zh: '期间出勤（天）', en: 'Days in the period', kind: 'text' },
  { key: 'kept', zh: '保存期限', en: 'Kept', kind: 'text' },
];

/** When works end and wages are settled is not known in advance, so the rule is printed instead of a day. */
const KEPT = `工程完工且工资全部结清后再存 ${PERIODS.labourLedgerRetention.length.years} 年`;

interface Asked {
  projectId: string;
  from: PayMonth;
  to: PayMonth;
}

/** Everybody on site in the months asked for, each enrolment once, with the days he is known to have worked. */
export async function labourLedgerRows(
  { projectId, from, to }: Asked,
  employers: ReadonlySet<string> | null,
): Promise<LabourLedgerRow[]> {
  const people = new Map<string, RosterPerson>();
  const days = new Map<string, number>();
  for (let month = from; month <= to; month = nextPayMonth(month)) {
    for (const one of await findRoster({ projectId }, month))
      if (employers === null || employers.has(one.employerId)) people.set(one.enrolmentId, one);
    for (const [id, { daysHundredths }] of await attendanceTotals({ projectId }, month))
      days.set(id, (days.get(id) ?? 0) + daysHundredths);
  }
  const names = await companyNamesOf([...people.values()].map(({ employerId }) => employerId));
  const teams = new Map((await teamsOf(projectId)).map(({ id, name }) => [id, name]));
  return [...people.values()].map((one) => ({
    employer: names.get(one.employerId) ?? '',
    team: teams.get(one.teamId) ?? '',
    name: one.name,
    citizenId: one.citizenId ?? '',
    phone: one.phone ?? '',
    workType: findWorkType(one.workType)?.zh ?? one.workType,
    contract: one.hasContract ? '有' : '无',
    enteredOn: one.enteredOn,
    leftOn: one.leftOn,
    days: days.has(one.enrolmentId) ? String((days.get(one.enrolmentId) ?? 0) / 100) : '没有考勤记录',
    kept: KEPT,
  }));
}
