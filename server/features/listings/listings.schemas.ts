import Joi from 'joi';
import type {
  ListListings,
  ListPublicListings,
  OpenListing,
  RevealListedPerson,
  WriteListedPerson,
  WriteListedPersons,
} from '../../core/contract/listings.ts';
import { LISTED_PARTIES, LISTED_PERSON_KINDS, LISTING_STATES } from '../../core/contract/listings.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import { areaCode, id, pageKeys, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';

/** What the list can be ordered by, and the stored field for it. */
export const LISTING_SORTS = {
  nextDueOn: 'nextDueOn',
  openedOn: 'openedOn',
  listedFrom: 'listedFrom',
} as const;
export type ExportListings = Omit<ListListings, 'cursor' | 'limit'> & { format: ExportFormat };

const filters = {
  state: Joi.string().valid(...LISTING_STATES),
  onList: Joi.boolean(),
  areaCode: areaCode(),
  companyId: id(),
  caseId: id(),
  due: Joi.string().valid('overdue', 'today', 'within1', 'within3', 'later', 'none'),
};
const { sort, ...paging } = pageKeys(Object.keys(LISTING_SORTS));
export const listListingsQuery = Joi.object<ListListings, true>({ ...paging, sort, ...filters });
export const exportListingsQuery = Joi.object<ExportListings, true>({ sort, ...filters, ...exportKeys });
export const publicListingsQuery = Joi.object<ListPublicListings, true>({
  q: properName(100, 2),
  areaCode: areaCode(),
  cursor: paging.cursor,
  limit: paging.limit,
});

const MOST_PERSONS = 20;
const MOST_GIVEN = 40;
const LONGEST = 2000;
/** Which fields a form takes is the table's to say, and is checked against the very action. */
const given = Joi.object()
  .pattern(
    Joi.string().pattern(/^[a-zA-Z]{1,40}$/),
    Joi.alternatives(
      Joi.string().max(LONGEST),
      Joi.number().strict(),
      Joi.boolean().strict(),
      Joi.array().items(id()).max(MOST_PERSONS),
    ),
  )
  .max(MOST_GIVEN)
  .required();
const persons = Joi.array()
  .items(
    Joi.object<WriteListedPerson, true>({
      id: id(),
      kind: Joi.string()
        .valid(...LISTED_PERSON_KINDS)
        .required(),
      name: properName(50).required(),
      post: properName(50).required(),
      citizenId: text(18),
    }),
  )
  .min(1)
  .max(MOST_PERSONS)
  .required();

export const openListingBody = Joi.object<OpenListing, true>({
  caseId: id().required(),
  party: Joi.string()
    .valid(...LISTED_PARTIES)
    .required(),
  persons,
  given,
});
export const listedPersonsBody = Joi.object<WriteListedPersons, true>({ persons });
export const moveListingBody = Joi.object<MoveLife, true>({ given });
export const revealPersonBody = Joi.object<RevealListedPerson, true>({ reason: text(200, 2).required() });

export const moveParams = Joi.object<{ id: string; action: string }, true>({
  id: id().required(),
  action: Joi.string()
    .pattern(/^[a-zA-Z]{1,40}$/u)
    .required(),
});
export const personParams = Joi.object<{ id: string; personId: string }, true>({
  id: id().required(),
  personId: id().required(),
});
