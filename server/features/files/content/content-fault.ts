/**
 * Why bytes are not taken: `broken` ones may be sent again, `refused` ones are something else than they claim or
 * more than they show. `why` is short and in both languages, because one text serves both sentences.
 */
export class ContentFault extends Error {
  readonly kind: 'broken' | 'refused';
  readonly why: string;

  constructor(kind: 'broken' | 'refused', why: string) {
    super(`${kind}: ${why}`);
    this.name = 'ContentFault';
    this.kind = kind;
    this.why = why;
  }
}

export const broken = (why: string): ContentFault => new ContentFault('broken', why);
export const refused = (why: string): ContentFault => new ContentFault('refused', why);
