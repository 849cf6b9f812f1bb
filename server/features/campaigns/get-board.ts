import { receptionsOf } from '../../core/campaigns/campaign-table.ts';
import type { Cell, CounterId } from '../../core/campaigns/double-zero.ts';
import { COUNTERS, dayLine, perDay, standingOf, zeroBy } from '../../core/campaigns/double-zero.ts';
import type { BoardPart, CampaignBoard, CounterBoard } from '../../core/contract/campaigns.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { diffDays } from '../../core/kit/plain-date.ts';
import type { CampaignWindow } from '../../core/law/winter-campaign.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { getLife } from '../../platform/lives/index.ts';
import { getArea, grantsReach, listAreas, requireReach } from '../areas/index.ts';
import { CAMPAIGNS, campaignsWithin } from './campaign-kind.ts';
import { nameOf, windowOfRecord } from './campaign-view.ts';
import type { CampaignRecord } from './campaign.model.ts';
import type { CampaignSum } from './campaign-sum.model.ts';
import { findSums } from './campaign-sum.model.ts';

/** More parts than any division has. */
const MOST_PARTS = 200;
const OFFICE_DIGITS = 6;

/** The two counters of a campaign day by day, for its area or the part of it that the reader answers for. */
export async function getBoard(
  { id, areaCode: asked }: { id: string; areaCode?: string },
  ctx: Ctx,
): Promise<CampaignBoard> {
  const campaign: CampaignRecord = await getLife(CAMPAIGNS, id, campaignsWithin(ctx));
  const areaCode = asked ?? ownPart(campaign, ctx);
  if (!areaCode.startsWith(campaign.areaCode)) throw new AppError('notFound');
  requireReach(areaCode, ctx);
  const area = await getArea(areaCode, ctx);
  const sums = await findSums(id, areaCode);
  const window = windowOfRecord(campaign);
  const cells = sums.flatMap((one) => one.cells);
  const { countedAt } = campaign;
  return {
    ...{ id, name: nameOf(campaign), ...window },
    ...{ areaCode, areaName: area.name, day: ctx.today },
    ...(countedAt === undefined ? {} : { countedAt: countedAt.toISOString() }),
    counters: COUNTERS.map((counter) => counterBoard(counter, cells, window, ctx.today)),
    areas: await areaParts(areaCode, sums, ctx),
    departments: departmentParts(cells),
    receptions: receptionsOf(campaign.history),
  };
}

/** The campaign's area, or the widest of the reader's that lies in it. */
function ownPart({ areaCode }: CampaignRecord, { actor, grants }: Ctx): string {
  if (actor.kind === 'system' || grantsReach(grants, areaCode)) return areaCode;
  const [widest] = grants
    .map((one) => one.areaCode)
    .filter((code) => code.startsWith(areaCode))
    .sort((a, b) => a.length - b.length);
  if (widest === undefined) throw new AppError('forbidden');
  return widest;
}

function counterBoard(
  counter: CounterId,
  all: readonly Cell[],
  window: CampaignWindow,
  today: PlainDate,
): CounterBoard {
  const cells = all.filter((cell) => cell.counter === counter);
  const zero = zeroBy(counter, window);
  const standing = standingOf(cells);
  // After the last day of the campaign nothing is counted any more.
  const until = today < window.othersBy ? today : window.othersBy;
  return {
    ...{ counter, zeroBy: zero, daysLeft: diffDays(today, zero), perDay: perDay(standing.left, today, zero) },
    ...standing,
    days: dayLine(cells, { startsOn: window.startsOn, zero, today: until }),
  };
}

const countersOf = (cells: readonly Cell[]): BoardPart['counters'] => ({
  public: standingOf(cells.filter(({ counter }) => counter === 'public')),
  others: standingOf(cells.filter(({ counter }) => counter === 'others')),
});

/** The parts of the area side by side; of towns only those of which there is something to say. */
async function areaParts(areaCode: string, sums: readonly CampaignSum[], ctx: Ctx): Promise<BoardPart[]> {
  const { items } = await listAreas({ parent: areaCode, limit: MOST_PARTS }, ctx);
  const parts = items.map(({ code, name }) => {
    const own = sums.filter((one) => one.areaCode.startsWith(code)).flatMap(({ cells }) => cells);
    return { code, name, hasParts: code.length <= OFFICE_DIGITS, cells: own };
  });
  const rest = sums.filter((one) => !items.some(({ code }) => one.areaCode.startsWith(code)));
  const restCells = rest.flatMap(({ cells }) => cells);
  return [
    ...parts
      .filter(({ cells, hasParts }) => hasParts || cells.length > 0)
      .map(({ cells, ...part }) => ({ ...part, counters: countersOf(cells) })),
    ...(restCells.length === 0
      ? []
      : [{ code: areaCode, isRest: true as const, counters: countersOf(restCells) }]),
  ];
}

function departmentParts(cells: readonly Cell[]): BoardPart[] {
  const codes = [...new Set(cells.map(({ department }) => department))];
  const leftOf = ({ counters }: BoardPart): number => counters.public.left + counters.others.left;
  return codes
    .map((code) => ({ code, counters: countersOf(cells.filter(({ department }) => department === code)) }))
    .sort((a, b) => leftOf(b) - leftOf(a) || (a.code < b.code ? -1 : 1));
}
