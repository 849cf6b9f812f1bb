import type { CompanyRiskView } from '../../core/contract/alerts.ts';
import { addPayMonths, payMonthOf } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { companyNamesOf, getCompany } from '../companies/index.ts';
import { projectRefsOf } from '../projects/index.ts';
import type { CardRecord } from './alert-card.model.ts';
import { findCardsOfCompany } from './alert-card.model.ts';
import { cardsWithin, looksOnAsCompany } from './alert-reach.ts';
import { cardForCompany } from './company-eyes.ts';

const TREND_MONTHS = 12;
const ORDER = ['red', 'yellow', 'clear', 'noData'] as const;

/**
 * A company's projects as far as the reader may see them, worst first, with their sum; nothing where there are none and
 * the reader may read the company.
 */
export async function getCompanyRisk(companyId: string, ctx: Ctx): Promise<CompanyRiskView | undefined> {
  const name = (await companyNamesOf([companyId])).get(companyId);
  const found = await findCardsOfCompany(companyId, await cardsWithin(ctx));
  const cards = found
    .map((card) => (looksOnAsCompany(card.areaCode, ctx) ? cardForCompany(card) : card))
    .sort((a, b) => b.points - a.points || (a._id < b._id ? -1 : 1));
  if (name === undefined || cards.length === 0) {
    await getCompany(companyId, ctx);
    return undefined;
  }
  const projects = await projectRefsOf(cards.map(({ _id }) => _id));
  const rolesIn = (id: string): string =>
    [
      ...new Set(
        projects.get(id)?.parties.flatMap((party) => (party.companyId === companyId ? [party.role] : [])),
      ),
    ].join(' ');
  return {
    companyId,
    companyName: name,
    day:
      cards
        .map(({ day }) => day)
        .sort()
        .at(-1) ?? ctx.today,
    points: cards.reduce((sum, { points }) => sum + points, 0),
    level: ORDER.find((level) => cards.some((card) => card.level === level)) ?? 'noData',
    projects: cards.map(({ _id, projectName, points, level }) => ({
      ...{ projectId: _id, projectName, role: rolesIn(_id), points, level },
    })),
    trend: trendOf(cards, ctx),
  };
}

function trendOf(cards: readonly CardRecord[], { today }: Pick<Ctx, 'today'>): CompanyRiskView['trend'] {
  const months = Array.from({ length: TREND_MONTHS }, (_, at) =>
    addPayMonths(payMonthOf(today), at + 1 - TREND_MONTHS),
  );
  return months.map((month) => {
    const known = cards.flatMap(({ trend }) => trend.filter((one) => one.month === month));
    if (known.length === 0) return { month };
    return { month, points: known.reduce((sum, { points }) => sum + points, 0) };
  });
}
