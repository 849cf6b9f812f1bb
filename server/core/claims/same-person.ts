/** What tells that two rows of a sheet are one person. */
export interface PersonMarks {
  name?: string;
  citizenIdIndex?: string;
  phoneIndex?: string;
}

/**
 * One citizen number is one person. Where one of the two has none, the same phone and name are; a phone alone may be
 * passed around a dormitory, and whoever else has it must not lose his wages over it.
 */
export function isSamePerson(one: PersonMarks, other: PersonMarks): boolean {
  if (one.citizenIdIndex !== undefined && other.citizenIdIndex !== undefined)
    return one.citizenIdIndex === other.citizenIdIndex;
  if (one.phoneIndex === undefined || one.phoneIndex !== other.phoneIndex) return false;
  return one.name === undefined || other.name === undefined || one.name === other.name;
}

/**
 * Did others give another phone for this person? A citizen number is known to an employer too, so whoever knows no more
 * than the number neither changes nor reads what stands under somebody else's phone.
 */
export const hasOtherPhone = (
  line: Pick<PersonMarks, 'phoneIndex'>,
  person: Pick<PersonMarks, 'phoneIndex'>,
): boolean => line.phoneIndex !== undefined && line.phoneIndex !== person.phoneIndex;

/** Those who stand neither among the known nor earlier in the list, and the places of the others. */
export function withoutDoubles<Row extends PersonMarks>(
  rows: readonly Row[],
  known: readonly PersonMarks[],
): { fresh: Row[]; doubles: number[] } {
  const seen = [...known];
  const fresh: Row[] = [];
  const doubles: number[] = [];
  rows.forEach((row, at) => {
    if (seen.some((one) => isSamePerson(one, row))) doubles.push(at);
    else fresh.push(row);
    seen.push(row);
  });
  return { fresh, doubles };
}
