import { owedOf } from '../../core/arrears/build-line.ts';
import { source } from '../../core/arrears/earned.ts';
import { addUpLines, standingOf } from '../../core/arrears/standing.ts';
import type { ArrearsLineView, EditArrearsLine, LineEvent } from '../../core/contract/arrears.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { changeLine, findLine, judged, linesOfSheet } from './line.model.ts';
import { lineViews } from './line-view.ts';
import { getSheet, historyEntry, recordSheetEvent, requireSheet, tellScreens } from './sheet-reach.ts';
import { changeSheet } from './sheet.model.ts';
import type { LineRecord, SheetRecord } from './sheet.record.ts';

/**
 * The inspector corrects a figure, or says what is owed after hearing both sides; always with a reason, and what stood
 * before stays in the history. A word on the old figure is no word on the new one: a corrected line is open again.
 */
export async function editLine(
  id: string,
  version: number,
  input: EditArrearsLine,
  ctx: Ctx,
): Promise<ArrearsLineView> {
  return inTransaction(async () => {
    const line = await findLine(id);
    if (line === null) throw new AppError('notFound');
    const found = await getSheet(line.sheetId, ctx);
    requireSheet(found, found.sheet.version, ['draft', 'shown'], ctx);
    if (line.version !== version) throw new AppError('staleVersion');
    const { set, unset, what } = changeOf(line, input);
    const after = { ...line, ...set };
    for (const key of Object.keys(unset)) Reflect.deleteProperty(after, key);
    const standing = standingOf(judged(after));
    const changed = await changeLine(line, {
      set: { ...set, standing },
      ...(Object.keys(unset).length === 0 ? {} : { unset }),
      history: eventOf(what, line, input, ctx),
    });
    if (changed === null) throw new AppError('staleVersion');
    await keepSums(found.sheet, what, { lineId: id }, ctx);
    const [view] = await lineViews([changed], found.record, ctx);
    if (view === undefined) throw new AppError('notFound');
    return view;
  });
}

type Change = { set: Partial<LineRecord>; unset: Record<string, 1>; what: 'edited' | 'found' };

function changeOf(line: LineRecord, { foundFen, reason, ...figures }: EditArrearsLine): Change {
  const isFigure = Object.keys(figures).length > 0;
  if (!isFigure && foundFen !== undefined)
    return { set: { found: { owedFen: foundFen, reason } }, unset: {}, what: 'found' };
  const earnedFen = figures.earnedFen ?? line.earnedFen;
  const deductedFen = figures.deductedFen ?? line.deductedFen;
  const paidFen = figures.paidFen ?? line.paidFen;
  const own = source('inspector', { zh: `监察员核定：${reason}`, en: `Set by the inspector: ${reason}` });
  return {
    set: {
      basis: figures.basis ?? line.basis,
      ...{ earnedFen, deductedFen, paidFen, owedFen: owedOf(earnedFen, deductedFen, paidFen) },
      lacks: [],
      sources: [...line.sources.filter((one) => one.source !== 'inspector'), own],
      edited: { reason },
      ...(foundFen === undefined ? {} : { found: { owedFen: foundFen, reason } }),
    },
    unset: { worker: 1, employer: 1, ...(foundFen === undefined ? { found: 1 } : {}) },
    what: 'edited',
  };
}

function eventOf(
  what: LineEvent['what'],
  line: LineRecord,
  { reason, foundFen }: EditArrearsLine,
  ctx: Ctx,
): LineEvent {
  const name = ctx.actor.kind === 'user' ? ctx.actor.name : undefined;
  return {
    what,
    on: ctx.today,
    at: ctx.now.toISOString(),
    owedFen: line.owedFen,
    ...(foundFen === undefined ? {} : { saysFen: foundFen }),
    reason,
    ...(name === undefined ? {} : { by: name }),
  };
}

/** The sums after a figure changed, added up anew: the version moves, and whoever saw the old figure answers anew. */
async function keepSums(
  sheet: SheetRecord,
  what: string,
  facts: Record<string, string>,
  ctx: Ctx,
): Promise<void> {
  const fields = {
    earnedFen: 1,
    paidFen: 1,
    owedFen: 1,
    lacks: 1,
    worker: 1,
    employer: 1,
    found: 1,
  } as const;
  const sums = addUpLines((await linesOfSheet(String(sheet._id), fields)).map(judged));
  const history = historyEntry(what === 'found' ? 'find' : 'edit', ctx, { facts });
  const changed = await changeSheet(sheet, { set: { sums }, history });
  if (changed === null) throw new AppError('staleVersion');
  await recordSheetEvent(sheet, what === 'found' ? 'arrearsFound' : 'arrearsEdited', facts, ctx);
  tellScreens(sheet);
}
