import type { Column, Table } from './table.ts';

export type AreaNames = (code: string) => Promise<{ name: string; nameEn: string } | null>;
let namesOf: AreaNames | undefined;

/** Whoever keeps the divisions says here how one is called; tables name them beside their codes. */
export function registerAreaNames(names: AreaNames): void {
  namesOf = names;
}

const CODE = 'areaCode';
const NAME = { key: 'areaName', zh: '区划名称', en: 'Area name', kind: 'text' } as const;
const NAMED = ['areaName', 'area'];

type Named<Row> = Row & { areaName?: string };

/**
 * The same table with the name of the area beside its code, as the screens say it. One that names its areas itself stays
 * as it is. Each name is asked for once, and rows come as fast as before.
 */
export function withAreaNames<Row>(table: Table<Row>): Table<Named<Row>> {
  const keys = table.columns.map(({ key }): string => key);
  const at = keys.indexOf(CODE) + 1;
  const find = namesOf;
  if (at === 0 || find === undefined || keys.some((key) => NAMED.includes(key)))
    return table as Table<Named<Row>>; // a row without a name is one whose name is left out
  const { rows, locale } = table;
  const known = new Map<string, string>();
  async function nameOf(code: unknown): Promise<string> {
    if (typeof code !== 'string' || find === undefined) return '';
    const before = known.get(code);
    if (before !== undefined) return before;
    const found = await find(code);
    const name = (locale === 'en' ? found?.nameEn : found?.name) ?? '';
    known.set(code, name);
    return name;
  }
  const named = (async function* () {
    for await (const row of rows) yield { ...row, areaName: await nameOf(Reflect.get(Object(row), CODE)) };
  })();
  const columns: Column<Named<Row>>[] = [...table.columns];
  columns.splice(at, 0, NAME);
  return { ...table, columns, rows: named };
}
