/**
 * The one form in which text is kept for searching and typed text is looked for: full-width letters and digits become
 * plain ones, capitals small ones, and blanks go, because nobody types a firm's name with the same blanks twice.
 */
export const normaliseForSearch = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{White_Space}\p{Cc}\p{Cf}]+/gu, '');
