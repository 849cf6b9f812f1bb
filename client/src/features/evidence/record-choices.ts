import type { FrozenRecord } from '@core/contract/evidence.ts';
import type { PayMonth } from '@core/kit/plain-date.ts';
import { firstDayOf, lastDayOf } from '@core/kit/plain-date.ts';
import { listTransactions } from '@/api/funds.ts';
import { listPayroll, listPayrollLines } from '@/api/payroll.ts';
import { getAttendance } from '@/api/roster.ts';
import { yuanText } from '@/format/money.ts';

export interface RecordChoice {
  id: string;
  label: string;
  /** What the piece would be called. */
  title: string;
}

const MOST = 200;

/** Team sheets of a project's month. */
export async function sheetChoices(projectId: string, payMonth: PayMonth): Promise<RecordChoice[]> {
  const { items } = await listPayroll({ projectId, payMonth, limit: MOST });
  return items.map(({ id, teamName, people, revision }) => {
    const label = `${teamName} · ${people} · #${revision}`;
    return { id, label, title: label };
  });
}

/** The records of one kind in one month, for choosing one; sheets are chosen before their lines. */
export async function recordChoices(
  kind: FrozenRecord['kind'],
  { projectId, month, sheetId }: { projectId: string; month: PayMonth; sheetId: string },
): Promise<RecordChoice[]> {
  if (kind === 'payrollLine') {
    if (sheetId === '') return [];
    const { items } = await listPayrollLines(sheetId, { limit: MOST });
    return items.map(({ id, workerName, row, netFen }) => ({
      id,
      label: `${row} · ${workerName} · ${yuanText(netFen)}`,
      title: `${workerName} ${month}`,
    }));
  }
  if (kind === 'attendance') {
    const { people } = await getAttendance(projectId, { month, limit: MOST });
    return people.map(({ enrolmentId, workerName, teamName, daysHundredths }) => ({
      id: enrolmentId,
      label: `${workerName} · ${teamName} · ${daysHundredths / 100}`,
      title: `${workerName} ${month}`,
    }));
  }
  const { items } = await listTransactions(projectId, {
    from: firstDayOf(month),
    to: lastDayOf(month),
    limit: MOST,
  });
  return items.map(({ id, on, counterparty, amountFen, direction }) => ({
    id,
    label: `${on} · ${direction === 'in' ? '+' : '−'}${yuanText(amountFen)} · ${counterparty}`,
    title: `${on} ${counterparty}`,
  }));
}
