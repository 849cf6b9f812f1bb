import type { Fen } from '@core/kit/money.ts';
import { parseYuanText } from '@core/kit/money.ts';
import type { PayMonth } from '@core/kit/plain-date.ts';
import { fieldError } from '@/api/field-error.ts';
import { yuanText } from '@/format/money.ts';
import { unreadableValue } from '@/locales/transport.ts';
import type { LookUpValue } from '@/ui/look-up.ts';
import type { PersonRow } from '@/ui/people/person-row.ts';

/** Where, who owes, for when and how much, as it is typed. */
export interface MatterValues {
  project: LookUpValue;
  employer: LookUpValue;
  site: string;
  areaCode: string;
  headcount: string;
  payMonths: PayMonth[];
  owed: string;
}

/** The part of it that is text, ready to be sent; what was left empty stays out. */
export function matterOf(values: MatterValues): {
  projectId?: string;
  projectName?: string;
  employerId?: string;
  employerName?: string;
  site?: string;
  areaCode: string;
  payMonths: PayMonth[];
} {
  const named = ({ id, name }: LookUpValue): 'id' | 'name' | 'none' =>
    id !== '' ? 'id' : name.trim() !== '' ? 'name' : 'none';
  return {
    ...(named(values.project) === 'id' && { projectId: values.project.id }),
    ...(named(values.project) === 'name' && { projectName: values.project.name.trim() }),
    ...(named(values.employer) === 'id' && { employerId: values.employer.id }),
    ...(named(values.employer) === 'name' && { employerName: values.employer.name.trim() }),
    ...(values.site.trim() !== '' && { site: values.site.trim() }),
    areaCode: values.areaCode,
    payMonths: [...values.payMonths],
  };
}

/** Yuan as typed, in whole fen; said at the field when it cannot be read. */
export function fenOf(text: string, path = 'owedFen'): Fen {
  const amount = parseYuanText(text.replace(/[,\s\u00a5\uffe5]/g, ''));
  if (amount === null) throw fieldError(path, unreadableValue.fen);
  return amount;
}
export function headcountOf(text: string): number {
  if (!/^\d{1,6}$/.test(text.trim())) throw fieldError('headcount', unreadableValue.number);
  return Number(text.trim());
}

/** What the people of a sheet are owed together, as it would be typed; undefined while an amount cannot be read. */
export function sumOfPeople(people: readonly PersonRow[], months: readonly PayMonth[]): string | undefined {
  const amounts = people.flatMap((row) =>
    months.map((month) => row.amounts[month] ?? '').filter((text) => text.trim() !== ''),
  );
  const read = amounts.map((text) => parseYuanText(text));
  if (read.length === 0 || read.includes(null)) return undefined;
  return yuanText(read.reduce<number>((sum, part) => sum + (part ?? 0), 0)).slice(1);
}
