/** What a bulletin consists of: the same pieces on screen, in Word and in PDF. */
export type PaperBlock =
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'note'; readonly text: string }
  | PaperTable
  | PaperBars;

export interface PaperTable {
  readonly is: 'table';
  readonly caption: string;
  /** Widths in hundredths of the whole; numbers stand right. */
  readonly columns: readonly { readonly heading: string; readonly width: number; readonly isNumber?: true }[];
  readonly rows: readonly (readonly string[])[];
}

/** Lying bars from zero, each with its number beside it. */
export interface PaperBars {
  readonly is: 'bars';
  readonly caption: string;
  readonly bars: readonly { readonly name: string; readonly value: number; readonly text: string }[];
}

export interface Paper {
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly PaperBlock[];
}
