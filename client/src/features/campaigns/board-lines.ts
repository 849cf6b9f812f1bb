import type {
  BoardPart,
  CampaignBoard,
  CounterBoard,
  MatterPart,
} from '../../../../server/core/contract/campaigns.ts';
import type { CounterId, Standing } from '../../../../server/core/campaigns/double-zero.ts';
import { COUNTERS } from '../../../../server/core/campaigns/double-zero.ts';
import type { CampaignFigureId } from '../../../../server/core/reports/campaign-figures.ts';
import { campaignFigure, mattersList } from '../../../../server/core/reports/campaign-figures.ts';
import type { Words } from '../../../../server/core/alerts/rule.ts';
import { yuanText } from '../../format/money.ts';
import type { TileNumber } from '../dashboard/figure-tile.vue';
import type { PartCell, PartLine } from '../dashboard/part-table.vue';

type Place = Pick<CampaignBoard, 'id' | 'areaCode'>;
const FIGURE_OF: Readonly<Record<MatterPart, CampaignFigureId>> = {
  atStart: 'campaignAtStart',
  came: 'campaignCame',
  cleared: 'campaignCleared',
  otherwise: 'campaignOtherwise',
  left: 'campaignLeft',
};
const TONES: Readonly<Partial<Record<MatterPart, NonNullable<TileNumber['tone']>>>> = {
  cleared: 'good',
  left: 'danger',
};

/** A number of a counter with its definition and the cases behind it. */
export function partNumber(
  { id, areaCode }: Place,
  counter: CounterId,
  standing: Standing,
  part: MatterPart,
): TileNumber {
  const { words, define } = campaignFigure(FIGURE_OF[part]);
  const count = standing[part];
  const tone = TONES[part];
  return {
    ...{ words, define, text: String(count), none: count === 0 },
    list: mattersList(id, { areaCode, counter, part }),
    ...(tone === undefined ? {} : { tone }),
  };
}

/** Money of a counter; it opens the cases it is added up from. */
export function moneyNumber(
  { id, areaCode }: Place,
  { counter, ...standing }: CounterBoard,
  name: 'owedFen' | 'seenFen' | 'leftFen',
): TileNumber {
  const figure = {
    owedFen: 'campaignOwedFen',
    seenFen: 'campaignSeenFen',
    leftFen: 'campaignLeftFen',
  } as const;
  const { words, define } = campaignFigure(figure[name]);
  const more = name === 'leftFen' ? { part: 'left' as const } : {};
  return {
    ...{ words, define, text: yuanText(standing[name]), none: standing[name] === 0 },
    list: mattersList(id, { areaCode, counter, ...more }),
  };
}

const PARTS: readonly MatterPart[] = ['cleared', 'left'];

/** One line for each part: what is cleared and what is left of both counters, and the money that is left. */
export function partLines(
  { id, areaCode }: Place,
  parts: readonly BoardPart[],
  telling: {
    say: (words: Words) => string;
    counter: (id: CounterId) => string;
    name: (part: BoardPart) => string;
    of: 'areas' | 'departments';
  },
): PartLine[] {
  return parts.map((part) => {
    const place = telling.of === 'areas' ? { areaCode: part.code } : { areaCode, department: part.code };
    const listOf = (filters: { counter?: string; part: MatterPart }): Partial<PartCell> =>
      part.isRest === true ? {} : { list: mattersList(id, { ...place, ...filters }) };
    const cells = COUNTERS.flatMap((counter): PartCell[] =>
      PARTS.map((name) => {
        const count = part.counters[counter][name];
        return {
          key: `${counter}-${name}`,
          heading: `${telling.counter(counter)} ${telling.say(campaignFigure(FIGURE_OF[name]).words)}`,
          ...{
            text: String(count),
            none: count === 0,
            ...listOf({ counter, part: name }),
          },
          ...(name === 'left' ? { tone: 'danger' as const } : {}),
        };
      }),
    );
    const leftFen = part.counters.public.leftFen + part.counters.others.leftFen;
    cells.push({
      ...{ key: 'leftFen', heading: telling.say(campaignFigure('campaignLeftFen').words) },
      ...{ text: yuanText(leftFen), none: leftFen === 0, ...listOf({ part: 'left' }) },
    });
    const to =
      part.hasParts === true ? { path: `/campaigns/${id}`, query: { areaCode: part.code } } : undefined;
    return { key: part.code, name: telling.name(part), to, cells };
  });
}
