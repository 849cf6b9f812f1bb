import type { NamedPerson } from '@core/contract/complaint-intake.ts';
import { parseYuanText } from '@core/kit/money.ts';
import type { PayMonth } from '@core/kit/plain-date.ts';
import { fieldError } from '@/api/field-error.ts';
import { unreadableValue } from '@/locales/transport.ts';
import { isEmptyPerson, type PersonRow } from './person-row.ts';

/** The sheet as it is sent: empty rows and empty months left out; an amount that is none is said at its row. */
export function peopleBodies(
  rows: readonly PersonRow[],
  months: readonly PayMonth[],
  path: string,
): NamedPerson[] {
  return rows
    .map((row, at) => ({ row, at }))
    .filter(({ row }) => !isEmptyPerson(row))
    .map(({ row, at }) => ({
      name: row.name.trim(),
      ...(row.citizenId.trim() !== '' && { citizenId: row.citizenId.trim() }),
      ...(row.phone.trim() !== '' && { phone: row.phone.trim() }),
      ...(row.bankCard.trim() !== '' && { bankCard: row.bankCard.replace(/[\s-]/g, '') }),
      months: months
        .filter((month) => (row.amounts[month] ?? '').trim() !== '')
        .map((payMonth) => {
          const owedFen = parseYuanText(row.amounts[payMonth] ?? '');
          if (owedFen === null) throw fieldError(`${path}.${at}.months`, unreadableValue.fen);
          return { payMonth, owedFen };
        }),
    }));
}
