import { compensationOf } from '../../core/arrears/compensation.ts';
import { standingOrders } from '../../core/proceedings/standing-orders.ts';
import type { ArrearsSheetView } from '../../core/contract/arrears.ts';
import type { HistoryEntry } from '../../core/contract/deadlines.ts';
import { toChineseCapitals } from '../../core/kit/chinese-capitals.ts';
import { fen } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import type { SheetInCase } from './sheet-reach.ts';
import { sheetActions } from './sheet-reach.ts';
import { countUnheard } from './line.model.ts';
import { revisionsOf } from './sheet.model.ts';
import type { SheetHistory } from './sheet.record.ts';

/** The sheet for the office: sums in fen and capitals, what a missed order may cost, and what can be done with it. */
export async function sheetView(found: SheetInCase, ctx: Ctx): Promise<ArrearsSheetView> {
  const { sheet, record } = found;
  const { sums, shownOn, answerBy, settledOn } = sheet;
  const untold =
    sheet.state === 'shown' && (sheet.untold ?? 0) > 0 ? await countUnheard(String(sheet._id)) : 0;
  const compensation = compensationOf(
    {
      owedFen: sums.owedFen,
      unpaidFen: fen(record.owedFen - record.seenFen),
      rectifyBy: standingOrders(record.orders).map((order) => order.rectifyBy),
    },
    ctx.today,
  );
  return {
    id: String(sheet._id),
    version: sheet.version,
    ...{ caseId: sheet.caseId, caseNumber: sheet.caseNumber, revision: sheet.revision, state: sheet.state },
    revisions: await revisionsOf(sheet.caseId),
    ...{ from: sheet.from, to: sheet.to, builtOn: sheet.builtOn },
    ...(shownOn === undefined ? {} : { shownOn }),
    ...(answerBy === undefined ? {} : { answerBy }),
    ...(settledOn === undefined ? {} : { settledOn }),
    ...{ people: sheet.people, lines: sheet.lineCount, marks: sheet.marks },
    ...(untold === 0 ? {} : { untold }),
    totals: {
      ...sums,
      owedCapitals: toChineseCapitals(sums.owedFen),
      agreedCapitals: toChineseCapitals(sums.agreedFen),
    },
    ...(compensation === null ? {} : { compensation }),
    history: sheet.history.map(historyView),
    actions: sheetActions(found, ctx),
  };
}

const historyView = ({ at, by, ...entry }: SheetHistory): HistoryEntry => ({
  ...entry,
  at: at.toISOString(),
  by: { kind: by.kind, ...(by.name === undefined ? {} : { name: by.name }) },
});
