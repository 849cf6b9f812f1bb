import type { CreditEntry, GradeGround } from '../../core/credit/entry.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';

/** What the records of one kind say of these companies as it stood on a day. */
export type ReadCreditEntries = (
  companyIds: readonly string[],
  day: PlainDate,
) => Promise<readonly CreditEntry[]>;

interface Source {
  readonly name: string;
  readonly read: ReadCreditEntries;
  readonly knows: readonly GradeGround[];
}
const sources: Source[] = [];

/**
 * A feature whose records belong into the file of a company says here how they are read; `knows`: the conditions of a grade
 * of which it would know, so that its silence counts as an answer.
 */
export function registerCreditSource(
  name: string,
  read: ReadCreditEntries,
  knows: readonly GradeGround[] = [],
): void {
  if (sources.some((one) => one.name === name)) throw new Error(`The credit source ${name} is there already`);
  sources.push({ name, read, knows });
}

/** Conditions about which a source that is there would tell. */
export const knownGrounds = (): ReadonlySet<GradeGround> =>
  new Set(sources.flatMap(({ knows }) => [...knows]));

export const hasCreditSource = (name: string): boolean => sources.some((one) => one.name === name);

/** Everything on record about these companies as of a day, by company: a fixed number of queries, however many they are. */
export async function readCreditEntries(
  companyIds: readonly string[],
  day: PlainDate,
): Promise<Map<string, CreditEntry[]>> {
  const byCompany = new Map<string, CreditEntry[]>(companyIds.map((id) => [id, []]));
  for (const { read } of sources)
    for (const entry of await read(companyIds, day))
      if (entry.on <= day) byCompany.get(entry.companyId)?.push(entry);
  return byCompany;
}

/** What one source says of these companies; nothing where it is not there. */
export async function readCreditSource(
  name: string,
  companyIds: readonly string[],
  day: PlainDate,
): Promise<readonly CreditEntry[]> {
  const source = sources.find((one) => one.name === name);
  return source === undefined ? [] : source.read(companyIds, day);
}
