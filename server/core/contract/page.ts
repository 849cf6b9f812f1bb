/** What every list endpoint answers: keyset pages, with the count of all that the filter matches. */
export interface Page<Item> {
  items: Item[];
  /** Opaque; pass it back as `cursor` for the following page; null on the last one. */
  nextCursor: string | null;
  total: number;
}

/** What every list endpoint accepts besides its own filters. */
export interface PageQuery {
  cursor?: string;
  /** 1–200, default 50. */
  limit?: number;
  /** A field name of the list's sort table, `-` before it for descending. */
  sort?: string;
}

/** Lists export what is filtered: `GET …/export?format=xlsx|csv` with the same filters. */
export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
