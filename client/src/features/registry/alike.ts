import { plainName } from '../../../../server/core/kit/company-name.ts';

/** A record whose name was typed, or one much like it. */
export interface Alike {
  id: string;
  name: string;
  areaCode: string;
  /** What tells two of the same name apart: credit code and address, or the place of a site. */
  notes: string[];
  /** The same name, a former one or the code; otherwise only a part of it. */
  isSame: boolean;
}

/** What the register tells of one that may be meant. */
export type OnRecord = Omit<Alike, 'isSame'> & { also: readonly string[] };

/** Those that may be meant: of the very name or code first, else much like it; a person says which one it is. */
export function alikeOf(typed: string, found: readonly OnRecord[]): Alike[] {
  const wanted = plainName(typed);
  const all = found.map(({ also, ...one }) => ({
    ...one,
    isSame: [one.name, ...also].some((known) => plainName(known) === wanted),
  }));
  return all.sort((a, b) => Number(b.isSame) - Number(a.isSame));
}
