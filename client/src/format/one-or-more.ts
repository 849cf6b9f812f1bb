/** The sentence for one of something, or for any other number: English tells them apart, Chinese says the same twice. */
export const oneOrMore = <const Stem extends string>(
  stem: Stem,
  count: number,
): `${Stem}.one` | `${Stem}.more` => (count === 1 ? `${stem}.one` : `${stem}.more`);
