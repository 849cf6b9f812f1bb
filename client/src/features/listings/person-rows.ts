import type { ListedPersonView, WriteListedPerson } from '@core/contract/listings.ts';

/** One person as he is typed; an empty number is not sent, and one on record stays. */
export interface PersonRow {
  id?: string;
  kind: WriteListedPerson['kind'];
  name: string;
  post: string;
  citizenId: string;
  known?: string;
}
export const newPerson = (kind: PersonRow['kind'] = 'other', name = ''): PersonRow => ({
  ...{ kind, name, post: '', citizenId: '' },
});
export const rowsOf = (persons: readonly ListedPersonView[]): PersonRow[] =>
  persons.map(({ id, kind, name, post, citizenIdMasked }) => ({
    ...{ id, kind, name, post, citizenId: '' },
    ...(citizenIdMasked === undefined ? {} : { known: citizenIdMasked }),
  }));
export const personsOf = (rows: readonly PersonRow[]): WriteListedPerson[] =>
  rows.map(({ id, kind, name, post, citizenId }) => ({
    ...(id === undefined ? {} : { id }),
    ...{ kind, name: name.trim(), post: post.trim() },
    ...(citizenId.trim() === '' ? {} : { citizenId: citizenId.trim() }),
  }));
