import { listCompanies, lookUpCompanies } from '@/api/companies.ts';
import type { LookUpSearch } from '@/ui/look-up.ts';
import type { PartyRow } from './party-row.ts';

const SHORTEST = 2;

/** Whom a contractor may name as a party: its own company by any part of its name, others by the whole name or code. */
export const searchPartners: LookUpSearch = async (words, signal) => {
  const own = await listCompanies({ q: words, state: 'active', limit: 8 }, signal);
  const others = words.trim().length < SHORTEST ? [] : await lookUpCompanies(words.trim(), signal);
  const choices = [...own.items, ...others].map(({ id, name }) => ({ id, name }));
  return choices.filter((one, at) => choices.findIndex(({ id }) => id === one.id) === at);
};

/** A contractor registers what it builds itself: the first row is its own company. */
export async function ownParty(): Promise<PartyRow[]> {
  const { items } = await listCompanies({ state: 'active', limit: 1 });
  return items.map(({ id, name }) => ({ role: 'generalContractor', companyId: id, companyName: name }));
}
