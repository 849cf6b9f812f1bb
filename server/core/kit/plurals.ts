/**
 * English tells one from many, Chinese does not: a sentence of ours writes both behind its number, and this keeps the one
 * that fits.
 * @example withPlurals('1 [[day/days]] left') // '1 day left'
 * @example withPlurals('2 more [[day/days]] left') // '2 more days left'
 */
export const withPlurals = (text: string): string =>
  text.includes('[[')
    ? text.replace(
        /(\d[\d,.]*)([^\d[\]]*)\[\[([^/[\]]*)\/([^[\]]*)\]\]/gu,
        (_whole, count: string, between: string, one: string, many: string) =>
          `${count}${between}${count === '1' ? one : many}`,
      )
    : text;
