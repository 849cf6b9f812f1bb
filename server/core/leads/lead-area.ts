const COUNTY_DIGITS = 6;

/** Where a lead is handled, or why nobody can say. */
export type LeadArea = { readonly areaCode: string } | { readonly fault: 'outside' | 'missing' };

/**
 * The area a lead belongs to: the one it names; where that is none on record, the one its sender stands for. A county has
 * an office and a prefecture has none, so a sender for a prefecture has to name the county; and nobody sends leads into
 * areas he does not stand for.
 * @example leadArea({ named: '999999', isKnown: false, own: '532601' }) // { areaCode: '532601' }
 */
export function leadArea({
  named,
  isKnown,
  own,
}: {
  readonly named: string | undefined;
  readonly isKnown: boolean;
  readonly own: string;
}): LeadArea {
  if (named !== undefined && isKnown && named.length >= COUNTY_DIGITS)
    return named.startsWith(own) ? { areaCode: named } : { fault: 'outside' };
  return own.length >= COUNTY_DIGITS ? { areaCode: own } : { fault: 'missing' };
}
