import type { RiskCardRow } from '../../core/contract/alerts.ts';
import type { Page, PageQuery } from '../../core/contract/page.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import type { CardRecord } from './alert-card.model.ts';
import { AlertCards, findCardsWithin } from './alert-card.model.ts';
import { cardsWithin, looksOnAsCompany, seesAsCompanyOnly } from './alert-reach.ts';
import { projectsCalled } from './alert-search.ts';
import { partsOfArea } from './area-parts.ts';
import { cardForCompany } from './company-eyes.ts';

export interface ListRiskCards extends PageQuery {
  /** Part of the name, site or code of the project, or initials. */
  q?: string;
  areaCode?: string;
  /** Only what lies in the area itself and in none of its parts. */
  ownLevel?: boolean;
  level?: CardRecord['level'];
  /** '-': none on record. */
  industry?: string;
}
export const RISK_CARD_SORTS = { points: 'points' } as const;
export const NO_INDUSTRY = '-';

/** The projects as the newest look left them, most points first: the list behind every count of projects. */
export async function listRiskCards(query: ListRiskCards, ctx: Ctx): Promise<Page<RiskCardRow>> {
  const limits = { $and: [await cardsWithin(ctx), ...(await filtersOf(query, ctx))] };
  if (seesAsCompanyOnly(ctx)) return ownCards(limits, query);
  const level = query.level === undefined ? [] : [{ level: query.level }];
  const page = await keysetPage<CardRecord>(AlertCards, {
    sorts: RISK_CARD_SORTS,
    fallback: '-points',
    limits: { $and: [limits, ...level] },
    query,
  });
  const seen = (card: CardRecord) => (looksOnAsCompany(card.areaCode, ctx) ? cardForCompany(card) : card);
  return { ...page, items: page.items.map((card) => rowOf(seen(card))) };
}

async function filtersOf({ q, areaCode, ownLevel, industry }: ListRiskCards, ctx: Ctx) {
  const parts = areaCode === undefined || ownLevel !== true ? [] : await partsOfArea(areaCode, ctx);
  return [
    ...(q === undefined ? [] : [{ _id: { $in: await projectsCalled(q, ctx) } }]),
    ...(areaCode === undefined ? [] : [inArea(areaCode)]),
    ...(parts.length === 0 ? [] : [{ $nor: parts.map(({ code }) => inArea(code)) }]),
    ...(industry === undefined
      ? []
      : [{ industryDepartment: industry === NO_INDUSTRY ? { $exists: false } : industry }]),
  ];
}

/** A company's own sites, by the level and points it is shown: few enough to be read at once. */
async function ownCards(
  limits: Record<string, unknown>,
  { level, limit = 50 }: ListRiskCards,
): Promise<Page<RiskCardRow>> {
  const cards = (await findCardsWithin(limits))
    .map(cardForCompany)
    .filter((card) => level === undefined || card.level === level)
    .sort((a, b) => b.points - a.points || (a._id < b._id ? -1 : 1));
  return { items: cards.slice(0, limit).map(rowOf), nextCursor: null, total: cards.length };
}

const rowOf = ({
  _id,
  projectCode,
  projectName,
  areaCode,
  industryDepartment,
  ...card
}: CardRecord): RiskCardRow => ({
  ...{ projectId: _id, projectCode, projectName, areaCode },
  ...(industryDepartment === undefined ? {} : { industryDepartment }),
  ...{ level: card.level, points: card.points, day: card.day },
  raised: card.rules.filter(({ state }) => state === 'raised').map(({ rule }) => rule),
});
