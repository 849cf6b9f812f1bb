import type { WorkbookFaultCode } from '../../../platform/workbooks/index.ts';

/** The same in both languages: the name of a format needs no translation. */
export type Why = string | { zh: string; en: string };

/**
 * Why bytes are not taken: `broken` ones may be sent again, `refused` ones are something else than they claim or
 * more than they show. `why` is short, in the words of each language: nobody reads two at once.
 */
export class ContentFault extends Error {
  readonly kind: 'broken' | 'refused';
  readonly why: string;
  readonly whyEn: string;
  /** What it would be called where a workbook is expected. */
  readonly workbook: WorkbookFaultCode | undefined;

  constructor(kind: 'broken' | 'refused', why: Why, workbook?: WorkbookFaultCode) {
    const { zh, en } = typeof why === 'string' ? { zh: why, en: why } : why;
    super(`${kind}: ${en}`);
    this.name = 'ContentFault';
    this.kind = kind;
    this.why = zh;
    this.whyEn = en;
    this.workbook = workbook;
  }
}

export const broken = (why: Why): ContentFault => new ContentFault('broken', why);
export const refused = (why: Why, workbook?: WorkbookFaultCode): ContentFault =>
  new ContentFault('refused', why, workbook);
