import type { AlertLife, Asked } from '../../core/alerts/hit-rate.ts';
import { answersByMonth, hitRates } from '../../core/alerts/hit-rate.ts';
import type { AlertFigures } from '../../core/contract/alert-figures.ts';
import { addMonths, firstDayOf, payMonthOf } from '../../core/kit/plain-date.ts';
import { inArea } from '../../platform/area-limit.ts';
import type { Ctx } from '../../platform/context.ts';
import { listDepartments } from '../areas/index.ts';
import type { CardCount } from './alert-card.model.ts';
import { countCards } from './alert-card.model.ts';
import { alertsWithin, cardsWithin } from './alert-reach.ts';
import { hasPartsOf, partsOfArea } from './area-parts.ts';
import { questionOf } from './alert-view.ts';
import { findLives } from './alert.model.ts';
import type { AlertRecord } from './alert.record.ts';
import { lastScanOn } from './scan/scan-state.model.ts';

/** How far back rules are judged: a year and the running month. */
const MONTHS = 12;

type Levels = Pick<AlertFigures['byArea'][number], 'projects' | 'red' | 'yellow' | 'clear' | 'grey'>;
const NONE: Levels = { projects: 0, red: 0, yellow: 0, clear: 0, grey: 0 };
const KEY = { red: 'red', yellow: 'yellow', clear: 'clear', noData: 'grey' } as const;

/** The leader's page: levels by area and industry, answers in time, and how often each rule was right. */
export async function getAlertFigures(areaCode: string, ctx: Ctx): Promise<AlertFigures> {
  const area = inArea(areaCode);
  const counts = await countCards({ $and: [await cardsWithin(ctx), area] });
  const from = firstDayOf(payMonthOf(addMonths(ctx.today, -MONTHS)));
  const alerts = await findLives({ $and: [await alertsWithin(ctx), area] }, from);
  return {
    day: (await lastScanOn()) ?? ctx.today,
    from,
    byArea: await byArea(areaCode, counts, ctx),
    byIndustry: await byIndustry(counts),
    answered: answersByMonth(alerts.flatMap(askedOf), ctx.today),
    hits: hitRates(alerts.map(lifeOf)).map((row) => ({ ...row, question: questionOf(row.rule) })),
  };
}

function grouped(counts: readonly CardCount[], keyOf: (count: CardCount) => string): Map<string, Levels> {
  const rows = new Map<string, Levels>();
  for (const count of counts) {
    const row = rows.get(keyOf(count)) ?? { ...NONE };
    row.projects += count.projects;
    row[KEY[count.level]] += count.projects;
    rows.set(keyOf(count), row);
  }
  return rows;
}

async function byArea(
  areaCode: string,
  counts: readonly CardCount[],
  ctx: Ctx,
): Promise<AlertFigures['byArea']> {
  const parts = await partsOfArea(areaCode, ctx);
  const partOf = (count: CardCount): string =>
    parts.find(({ code }) => count.areaCode.startsWith(code))?.code ?? areaCode;
  return [...grouped(counts, partOf)]
    .map(([code, row]) => {
      const part = parts.find((one) => one.code === code);
      const hasParts = part !== undefined && hasPartsOf(part, counts);
      return { areaCode: code, areaName: part?.name ?? '', hasParts, ...row };
    })
    .sort((a, b) => (a.areaCode < b.areaCode ? -1 : 1));
}

async function byIndustry(counts: readonly CardCount[]): Promise<AlertFigures['byIndustry']> {
  const { items } = await listDepartments({});
  const names = new Map(items.map(({ code, name, nameEn }) => [code, { zh: name, en: nameEn }]));
  return [...grouped(counts, ({ industryDepartment }) => industryDepartment ?? '')]
    .map(([industry, row]) => ({
      industry,
      name: names.get(industry) ?? { zh: '未登记行业主管部门', en: 'No industry department on record' },
      ...row,
    }))
    .sort((a, b) => b.projects - a.projects || (a.industry < b.industry ? -1 : 1));
}

const lifeOf = ({ rule, raisedOn, endedOn, state, judgement }: AlertRecord): AlertLife => ({
  ...{ rule, raisedOn },
  ...(endedOn === undefined ? {} : state === 'cured' ? { curedOn: endedOn } : { endedOn }),
  ...(judgement === undefined ? {} : { wasRight: judgement.right }),
});

/** The newest question and the first answer after it. */
const askedOf = ({ asked }: AlertRecord): Asked[] => (asked === undefined ? [] : [asked]);
