import { RATING_LIFE } from '../../core/credit/rating-life.ts';
import type { RatingSituation } from '../../core/credit/rating-life.ts';
import type { LifeKind } from '../../platform/lives/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { holdFiles } from '../files/index.ts';
import { ratingRoles } from './credit-reach.ts';
import type { RatingRecord } from './rating.model.ts';
import { Ratings } from './rating.model.ts';

/** What the table of grades looks at and where they lie, for a reader who stands for these companies. */
export const ratingKind = (ownIds: readonly string[]): LifeKind<RatingRecord, RatingSituation> => ({
  table: RATING_LIFE,
  model: Ratings,
  subject: 'rating',
  ground: async ({ areaCode, year, proposed }, { today }) => ({
    ...{ today, calendar: await loadCalendar(areaCode), area: {}, year },
    ...(proposed ? { proposed } : {}),
  }),
  roles: (record, reader) => ratingRoles(record, reader, ownIds),
  hold: async (fileIds, holder, ctx) => {
    await holdFiles(fileIds, holder, ctx, {
      purposes: ['evidence', 'document'],
      field: 'given.fileIds',
    });
  },
});
