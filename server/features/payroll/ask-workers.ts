import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import type { NewMessage } from '../../platform/outbox/index.ts';
import { enqueueNew, sendsTexts } from '../../platform/outbox/index.ts';
import { findParameter } from '../parameters/index.ts';
import { monthWords } from './answer-words.ts';
import { isAskedForCard } from './card-question.ts';
import { countCardsAsked } from './keep-answers.model.ts';
import type { PayAskRecord } from './pay-ask.model.ts';
import { findPayAsks, movePayAsk } from './pay-ask.model.ts';
import { insertLinks, newLink } from './pay-link.model.ts';
import type { NewLink } from './pay-link.model.ts';
import { asLines, lineSecrets, PayrollLines } from './payroll-line.model.ts';
import type { PayrollLineRecord, PayrollSheetRecord } from './payroll.record.ts';
import { findSheet } from './payroll-sheet.model.ts';

/** People told in one transaction. */
const AT_ONCE = 250;
const MOST_ASKS = 50;

/**
 * Tells the workers of sheets that were filed, credited, or no longer credited, by text message with a link and a code: each line once per
 * occasion, in parts, so that a stop in between goes on where it was. Messages keep the quiet hours. Where no texts are
 * sent nobody is reached: no link is made that nobody has, and nobody counts as asked for his bank card.
 */
export async function askWorkers(
  ctx: Ctx,
  signal?: AbortSignal,
): Promise<{ asked: number; unreachable: number }> {
  const counts = { asked: 0, unreachable: 0 };
  for (const ask of await findPayAsks(MOST_ASKS)) {
    let next: PayAskRecord | null = ask;
    while (next !== null && signal?.aborted !== true) {
      const part: PartDone = await inTransaction(() => askPart(next as PayAskRecord, ctx)); // the loop's own condition
      counts.asked += part.asked;
      counts.unreachable += part.unreachable;
      next = part.next;
    }
  }
  return counts;
}

interface PartDone {
  asked: number;
  unreachable: number;
  next: PayAskRecord | null;
}

async function askPart(ask: PayAskRecord, ctx: Ctx): Promise<PartDone> {
  const nothing = { asked: 0, unreachable: 0, next: null };
  const sheet = await findSheet(ask.sheetId);
  const lines = sheet?.standing === true ? await nextLines(ask) : [];
  const last = lines.at(-1);
  const isLast = last === undefined || lines.length < AT_ONCE;
  // Another worker was here in between: he goes on with it.
  if (!(await movePayAsk(ask, isLast ? 'done' : last.row))) return nothing;
  if (sheet === null || last === undefined) return nothing;
  const told = lines.filter((line) => isStillSo(line, ask));
  const reached = told.flatMap((line) => {
    const { phone } = lineSecrets.openFields(line);
    return phone === undefined || !sendsTexts() ? [] : [{ line, phone, link: newLink(String(line._id)) }];
  });
  await insertLinks(
    reached.map(({ link }) => link),
    ctx,
  );
  await enqueueNew(
    reached.map(({ line, phone, link }) => messageTo(phone, link, { line, sheet, ask })),
    ctx,
  );
  if (ask.occasion === 'filed' && sendsTexts()) await askForCards(lines, sheet, ctx);
  return {
    asked: reached.length,
    unreachable: told.length - reached.length,
    next: isLast ? null : { ...ask, afterRow: last.row },
  };
}

/** The bank may have taken back meanwhile what was to be told, or said it anew: then another note tells of that. */
const isStillSo = ({ bank }: PayrollLineRecord, { occasion, again = 0 }: PayAskRecord): boolean =>
  occasion === 'filed' ||
  ((bank.state === 'credited') === (occasion === 'credited') && (bank.takenBack ?? []).length === again);

/** The next part in the order of the sheet (index sheetId+row). */
async function nextLines({ sheetId, afterRow, lineIds }: PayAskRecord): Promise<PayrollLineRecord[]> {
  const only = lineIds === undefined ? {} : { _id: { $in: lineIds } };
  const rest = { sheetId, row: { $gt: afterRow }, ...only };
  return asLines(await PayrollLines.find(rest).sort({ row: 1, _id: 1 }).limit(AT_ONCE).lean());
}

const TEMPLATES = { filed: 'payFiled', credited: 'payCredited', takenBack: 'payTakenBack' } as const;

function messageTo(
  phone: string,
  { token, code }: NewLink,
  of: { line: PayrollLineRecord; sheet: PayrollSheetRecord; ask: PayAskRecord },
): NewMessage<'payFiled' | 'payCredited' | 'payTakenBack'> {
  const { projectName, payMonth, areaCode } = of.sheet;
  const { again = 0 } = of.ask;
  return {
    template: TEMPLATES[of.ask.occasion],
    channel: 'sms',
    to: { phone },
    data: { month: monthWords(payMonth), projectName, link: `/p/${token}`, code },
    areaCode,
    key: `pay:${of.ask.occasion}:${String(of.line._id)}${again === 0 ? '' : `:${again}`}`,
  };
}

/** A share of those who are paid is asked for the bank card; nobody where the area has set no share. */
async function askForCards(
  lines: readonly PayrollLineRecord[],
  sheet: PayrollSheetRecord,
  ctx: Ctx,
): Promise<void> {
  const share = await findParameter('cardInHandShare', sheet.areaCode, ctx.today);
  if (typeof share?.value !== 'number') return;
  const drawn = lines.filter((line) => isAskedForCard(line, Number(share.value)));
  const ids = drawn.map(({ _id }) => _id);
  if (ids.length === 0) return;
  const notAsked = { _id: { $in: ids }, cardQuestion: { $exists: false } };
  const { modifiedCount } = await PayrollLines.updateMany(notAsked, {
    $set: { cardQuestion: { askedAt: ctx.now } },
  });
  await countCardsAsked(sheet, modifiedCount);
}
