/** A share of those asked, with what it may be in all of them; basis points, whole. */
export interface ShareInterval {
  shareBasisPoints: number;
  lowBasisPoints: number;
  highBasisPoints: number;
}

/** Two-sided 95 % quantile of the normal distribution. */
const Z = 1.959963984540054;
const WHOLE = 10_000;

/**
 * How large may the share be in the whole population, when so many of so many answered yes? The 95 % score interval of
 * E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
 * Statistical Association 22 (158), 1927, 209-212; without continuity correction. It stays between 0 and 100 % and holds
 * for few answers too, where the textbook margin promises a certainty nobody has. The bounds are rounded outwards. Null
 * where nobody answered.
 * @example wilsonInterval(81, 263) // 3080, from 2552 to 3663
 */
export function wilsonInterval(yes: number, answered: number): ShareInterval | null {
  if (!Number.isSafeInteger(yes) || !Number.isSafeInteger(answered) || yes < 0 || yes > answered)
    throw new RangeError('a share is of whole people, no more than answered');
  if (answered === 0) return null;
  const share = yes / answered;
  const spread = Z * Math.sqrt((share * (1 - share)) / answered + (Z * Z) / (4 * answered * answered));
  const [middle, scale] = [share + (Z * Z) / (2 * answered), 1 + (Z * Z) / answered];
  return {
    shareBasisPoints: Math.round((yes * WHOLE) / answered),
    lowBasisPoints: yes === 0 ? 0 : Math.floor(((middle - spread) / scale) * WHOLE),
    highBasisPoints: yes === answered ? WHOLE : Math.ceil(((middle + spread) / scale) * WHOLE),
  };
}
