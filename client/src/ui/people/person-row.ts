/** One person of a sheet as typed: amounts in yuan per month, nothing checked yet. */
export interface PersonRow {
  key: number;
  name: string;
  citizenId: string;
  phone: string;
  bankCard: string;
  /** Pay month → yuan as typed. */
  amounts: Record<string, string>;
}

let nextKey = 1;
export const emptyPerson = (): PersonRow => ({
  key: nextKey++,
  name: '',
  citizenId: '',
  phone: '',
  bankCard: '',
  amounts: {},
});

export const isEmptyPerson = (row: PersonRow): boolean =>
  [row.name, row.citizenId, row.phone, row.bankCard, ...Object.values(row.amounts)].every(
    (text) => text.trim() === '',
  );
