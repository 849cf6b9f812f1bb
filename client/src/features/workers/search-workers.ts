import { listWorkers } from '@/api/workers.ts';
import type { LookUpSearch } from '@/ui/look-up.ts';

/** People a record may point to, told apart by their masked numbers. */
export const searchWorkers: LookUpSearch = async (words, signal) => {
  const { items } = await listWorkers({ q: words, state: 'active', limit: 8 }, signal);
  return items.map(({ id, name, citizenIdMasked, phoneMasked }) => ({
    id,
    name,
    note: citizenIdMasked ?? phoneMasked ?? '',
  }));
};
