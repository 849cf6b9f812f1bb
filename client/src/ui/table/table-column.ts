/** One column of a list. `text` is what is read, searched for by eye and copied; a slot may draw it richer. */
export interface TableColumn<Row> {
  key: string;
  labelKey: string;
  text: (row: Row) => string;
  /** The server's sort name, where the list can be ordered by this column. */
  sort?: string;
  /** Money and days: tabular figures at the right edge. */
  isNumber?: boolean;
  /** In whole fen: adds the column to the totals row of the page. */
  fen?: (row: Row) => number;
  /** Shown only when chosen. */
  extra?: boolean;
}

/** The next order when a heading is pressed: up, down, up … */
export function turnSort(current: string, name: string): string {
  return current === name ? `-${name}` : name;
}

export function sortMark(
  current: string,
  name: string | undefined,
): 'ascending' | 'descending' | 'none' | undefined {
  if (name === undefined) return undefined;
  if (current === name) return 'ascending';
  return current === `-${name}` ? 'descending' : 'none';
}

/** How wide a text is, in Chinese letters: Latin ones and figures take about half of one. */
export function letters(text: string): number {
  const wide = text.match(/[\u2e80-\uffef]/gu)?.length ?? 0;
  return wide + (text.length - wide) * 0.55;
}
