import type { WorkbookFaultCode } from '../../../platform/workbooks/index.ts';

/**
 * Why bytes are not taken: `broken` ones may be sent again, `refused` ones are something else than they claim or
 * more than they show. `why` is short and in both languages, because one text serves both sentences.
 */
export class ContentFault extends Error {
  readonly kind: 'broken' | 'refused';
  readonly why: string;
  /** What it would be called where a workbook is expected. */
  readonly workbook: WorkbookFaultCode | undefined;

  constructor(kind: 'broken' | 'refused', why: string, workbook?: WorkbookFaultCode) {
    super(`${kind}: ${why}`);
    this.name = 'ContentFault';
    this.kind = kind;
    this.why = why;
    this.workbook = workbook;
  }
}

export const broken = (why: string): ContentFault => new ContentFault('broken', why);
export const refused = (why: string, workbook?: WorkbookFaultCode): ContentFault =>
  new ContentFault('refused', why, workbook);
