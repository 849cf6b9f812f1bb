import { listCompanies } from '@/api/companies.ts';
import type { LookUpSearch } from '@/ui/look-up.ts';

/** Companies a record may point to: those that stand for themselves. */
export const searchCompanies: LookUpSearch = async (words, signal) => {
  const { items } = await listCompanies({ q: words, state: 'active', limit: 8 }, signal);
  return items.map(({ id, name, creditCode }) => ({
    id,
    name,
    ...(creditCode !== undefined && { note: creditCode }),
  }));
};
