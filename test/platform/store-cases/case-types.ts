import type { Document } from 'mongodb';

/** A row of the allow-list, such as `queryOperators.$gt`: its manual page is what the case follows. */
type Row = `${string}.${string}`;

interface Case {
  row: Row;
  /** What the manual says, in one clause that ends the sentence of the title. */
  says: string;
}

/** Documents get the `_id`s 1, 2, 3… in their order; `finds` lists those the filter answers. */
export interface QueryCase extends Case {
  docs: Document[];
  filter: Document;
  finds: number[];
}

export interface UpdateCase extends Case {
  before: Document;
  update: Document;
  filter?: Document;
  arrayFilters?: Document[];
  after: Document;
  /** The BSON types some fields have to have afterwards, as `$type` names them. */
  types?: Record<string, string>;
}

export interface PipelineCase extends Case {
  docs: Document[];
  pipeline: Document[];
  gives: Document[];
  /** The manual promises no order of the results. */
  anyOrder?: true;
}

export interface ExpressionCase extends Case {
  doc?: Document;
  expression: unknown;
  /** Absent when the field has to be missing. */
  gives?: unknown;
  type?: string;
}

export interface RefusalCase {
  says: string;
  run: 'find' | 'update' | 'aggregate' | 'insert' | 'command';
  given: Document | Document[];
  code: number;
  /** MongoDB itself would accept it: only this store is this strict. */
  stricter?: true;
}
