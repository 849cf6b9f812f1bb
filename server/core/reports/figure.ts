import type { Words } from '../alerts/rule.ts';

/** Units a figure is told in. Money is in fen inside and in yuan on screen and paper; a rate is in basis points inside. */
export const FIGURE_UNITS = {
  pieces: { zh: '件', en: 'cases' },
  employers: { zh: '户', en: 'employers' },
  people: { zh: '人', en: 'people' },
  projects: { zh: '个', en: 'projects' },
  alerts: { zh: '条', en: 'warnings' },
  trips: { zh: '车次', en: 'trips' },
  times: { zh: '人次', en: 'people' },
  copies: { zh: '份', en: 'copies' },
  strips: { zh: '条', en: 'slogans' },
  yuan: { zh: '元', en: 'yuan' },
  percent: { zh: '%', en: '%' },
} as const satisfies Record<string, Words>;
export type FigureUnit = keyof typeof FIGURE_UNITS;

/** The list behind a figure: its page, its door (`/api` + path), and the filters that make its total the figure. */
export interface FigureList {
  readonly path: string;
  readonly permission: string;
  readonly query: Readonly<Record<string, string>>;
}

/** A figure, defined once: what every screen, workbook, paper, door and command calls it and means by it. */
export interface FigureRow {
  readonly id: string;
  readonly words: Words;
  readonly unit: FigureUnit;
  /** What is counted, and what is not. */
  readonly define: Words;
  /** The records it is made of. */
  readonly source: Words;
}

/** Where a figure counts: an area, and for figures of a period its days. */
export interface FigurePlace {
  readonly areaCode: string;
  readonly from: string;
  readonly to: string;
}

/** The lists that several figures open. */
export const COMPLAINTS_DOOR = { path: '/complaints', permission: 'complaints.list' } as const;
export const CASES_DOOR = { path: '/cases', permission: 'cases.list' } as const;

/** A list's filters without those that are not given. */
export const listOf = (
  door: Pick<FigureList, 'path' | 'permission'>,
  query: Readonly<Record<string, string | undefined>>,
): FigureList => ({
  ...door,
  query: Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ),
});

/** Rounded half up: 115 of 118 are 9746 basis points, 97.46 %. Nothing can be said of a part of nothing. */
export const basisPoints = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.round((part * 10_000) / whole);
