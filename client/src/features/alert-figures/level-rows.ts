import type { AlertFigures } from '../../../../server/core/contract/alert-figures.ts';

export type Levels = Pick<AlertFigures['byArea'][number], 'projects' | 'red' | 'yellow' | 'clear' | 'grey'>;
export type LevelColumn = keyof Levels;

/** One line of a table of levels; its numbers open the lists behind them. */
export interface LevelRow extends Levels {
  key: string;
  name: string;
  /** The list of projects by risk that holds exactly these. */
  list: Record<string, string>;
  /** A part that can be looked into. */
  within?: string;
}

/** The parts of an area, and what lies in the area itself and in none of them; parts without parts are not looked into. */
export function areaRows(
  byArea: AlertFigures['byArea'],
  areaCode: string,
  words: { ownLevel: string; nameOf: (code: string) => string },
): LevelRow[] {
  return byArea.map(({ areaCode: code, areaName: _, hasParts, ...levels }) => {
    const isOwn = code === areaCode;
    return {
      ...{ key: code, name: isOwn ? words.ownLevel : words.nameOf(code), ...levels },
      list: { areaCode: code, ...(isOwn && byArea.length > 1 && { ownLevel: 'true' }) },
      ...(hasParts && { within: code }),
    };
  });
}

/** No department on record, as the door calls it. */
const NO_INDUSTRY = '-';

/** The industries of an area. */
export const industryRows = (
  byIndustry: AlertFigures['byIndustry'],
  areaCode: string,
  nameOf: (name: AlertFigures['byIndustry'][number]['name']) => string,
): LevelRow[] =>
  byIndustry.map(({ industry, name, ...levels }) => ({
    ...{ key: industry, name: nameOf(name), ...levels },
    list: { areaCode, industry: industry === '' ? NO_INDUSTRY : industry },
  }));

/** What a number counts, as the list of projects is narrowed to it; of nothing there is no list. */
export function listBehind(row: LevelRow, column: LevelColumn): Record<string, string> | undefined {
  if (row[column] === 0) return undefined;
  if (column === 'projects') return row.list;
  return { ...row.list, level: column === 'grey' ? 'noData' : column };
}

export function sumOf(rows: readonly Levels[]): Levels {
  const sum = { projects: 0, red: 0, yellow: 0, clear: 0, grey: 0 };
  for (const row of rows)
    for (const key of ['projects', 'red', 'yellow', 'clear', 'grey'] as const) sum[key] += row[key];
  return sum;
}
