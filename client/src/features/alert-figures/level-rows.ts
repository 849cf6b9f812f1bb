import type { AlertFigures } from '../../../../server/core/contract/alert-figures.ts';

export type Levels = Omit<AlertFigures['byArea'][number], 'areaCode' | 'areaName'>;

/** One line of a table of levels; with an area its numbers open the lists behind them. */
export interface LevelRow extends Levels {
  key: string;
  name: string;
  /** The area whose lists hold exactly these projects. */
  areaCode?: string;
  /** A part that can be looked into. */
  within?: string;
}

/**
 * The parts of an area. What lies in the area itself and in none of its parts has no list of its own, except where it is
 * all there is.
 */
export function areaRows(
  byArea: AlertFigures['byArea'],
  areaCode: string,
  words: { ownLevel: string; nameOf: (code: string) => string },
): LevelRow[] {
  return byArea.map(({ areaCode: code, areaName: _, ...levels }) => {
    const isOwn = code === areaCode;
    return {
      ...{ key: code, name: isOwn ? words.ownLevel : words.nameOf(code), ...levels },
      ...(!isOwn || byArea.length === 1 ? { areaCode: code } : {}),
      ...(isOwn ? {} : { within: code }),
    };
  });
}

export function sumOf(rows: readonly Levels[]): Levels {
  const sum = { projects: 0, red: 0, yellow: 0, clear: 0, grey: 0 };
  for (const row of rows)
    for (const key of ['projects', 'red', 'yellow', 'clear', 'grey'] as const) sum[key] += row[key];
  return sum;
}
