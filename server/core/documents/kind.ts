import type { Words } from '../alerts/rule.ts';
import type { DocumentKind } from '../contract/documents.ts';
import type { CitableId } from '../law/articles.ts';
import type { FieldName } from './field-names.ts';
import type { DocumentSource } from './source.ts';

/** How a value is typed in and printed: a day as 2026年11月22日, a sum in yuan with two decimals. */
export type FieldType = 'text' | 'long' | 'day' | 'yuan';

/** Reads another value of the same paper before it is printed: a day as YYYY-MM-DD, a sum in yuan. */
export type ReadValue = (name: FieldName) => string | undefined;

export interface FieldRow {
  readonly name: FieldName;
  readonly type?: FieldType;
  /** From the record; undefined where the record does not know it. */
  readonly from?: (source: DocumentSource, value: ReadValue) => string | undefined;
  /** Printed where nothing is known and nothing has to be: a word, never a blank. */
  readonly otherwise?: string;
  /** Words of law and figures that follow from others: not to be typed over. */
  readonly isFixed?: true;
  /** The law wants it in this paper: a template without it is refused. */
  readonly byLaw?: true;
}

export interface TableRow {
  readonly name: FieldName;
  readonly columns: readonly FieldName[];
  readonly rows: (source: DocumentSource) => readonly (readonly string[])[];
  /** Lines may be typed, columns parted by ｜. */
  readonly canBeTyped?: true;
  /** The paper makes no sense without a line. */
  readonly needsRows?: true;
}

/** What the default template consists of; placeholders stand in the texts as they do in Word. */
export type TemplateBlock =
  | { readonly is: 'title'; readonly text: string }
  | { readonly is: 'number'; readonly text: string }
  | { readonly is: 'addressee'; readonly text: string }
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'heading'; readonly text: string }
  | { readonly is: 'note'; readonly text: string }
  | { readonly is: 'form'; readonly rows: readonly (readonly [label: string, text: string])[] }
  | {
      readonly is: 'table';
      readonly loop: FieldName;
      /** Widths in hundredths of the whole. */
      readonly columns: readonly (readonly [heading: FieldName, width: number])[];
    }
  | { readonly is: 'sign'; readonly lines: readonly string[] };

export interface DocumentKindRow {
  readonly kind: DocumentKind;
  readonly name: Words;
  /** Stands in the number: 文山劳监【责】字〔2026〕第 7 号. */
  readonly numberWord: string;
  readonly needsApproval: boolean;
  readonly isServed: boolean;
  readonly hangsOn: 'case' | 'complaint' | 'document';
  readonly cite?: CitableId;
  readonly addressee: FieldName;
  readonly fields: readonly FieldRow[];
  readonly tables?: readonly TableRow[];
  readonly template: readonly TemplateBlock[];
  /** Why it cannot be drafted on this record at all: an acceptance notice of a report. */
  readonly notFor?: (source: DocumentSource) => Words | undefined;
}
