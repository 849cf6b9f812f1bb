import { countedOwed, standingOf } from '../../core/arrears/standing.ts';
import type { LineEvent, MarkArrears } from '../../core/contract/arrears.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { demandCaseNotArchived } from '../cases/index.ts';
import { holdFiles } from '../files/index.ts';
import { judged, writeMarks } from './line.model.ts';
import { historyEntry, recordSheetEvent, tellScreens } from './sheet-reach.ts';
import { addToSheet } from './sheet.model.ts';
import type { LineRecord, SheetRecord, StoredMark } from './sheet.record.ts';

export type Side = 'worker' | 'employer';

/** Who speaks, and by whom it was written down where it was at the counter. */
export interface Speaker {
  side: Side;
  recordedBy?: string;
  /** Nobody may read in a history or the chain who it was: a reporter. */
  isUnnamed?: boolean;
}

/**
 * A side says of lines that they are right or not; the earlier word stays in the line's history. The same word again is
 * harmless. The caller has checked whose lines these are, and runs the transaction.
 */
export async function markLines(
  sheet: SheetRecord,
  lines: readonly LineRecord[],
  input: Omit<MarkArrears, 'lineIds'>,
  speaker: Speaker,
  ctx: Ctx,
): Promise<void> {
  await demandCaseNotArchived(sheet.caseId);
  if (sheet.state !== 'shown') throw new AppError('conflict', { state: sheet.state });
  if (input.mark === 'disputed' && input.reason === undefined && input.saysFen === undefined)
    throw wrongField('reason', '请写明理由或者认为应欠的数额', 'Say why, or how much is owed');
  const { fileIds = [] } = input;
  const changes = lines
    .filter((line) => !isSame(line[speaker.side], input))
    .map((line) => changeOf(line, input, speaker, ctx));
  if (changes.length === 0) return;
  const as = speaker.isUnnamed === true ? { unnamed: true as const } : {};
  await holdFiles(fileIds, `case:${sheet.caseId}`, ctx, as);
  if ((await writeMarks(changes)) !== changes.length) throw new AppError('staleVersion');
  const author: Ctx = speaker.isUnnamed === true ? { ...ctx, actor: { kind: 'anonymous' } } : ctx;
  const facts = { side: speaker.side, mark: input.mark, lines: changes.length };
  // What one worker says stands in the history of his line alone: thousands of entries are no history of a sheet.
  const isOne = speaker.side === 'worker' && speaker.recordedBy === undefined;
  const done = await addToSheet(sheet._id, {
    inc: { ...shiftOf(changes), marks: changes.length },
    ...(isOne ? {} : { history: historyEntry('mark', author, { facts }) }),
  });
  if (done === null) throw new AppError('conflict', { state: sheet.state });
  await recordSheetEvent(sheet, 'arrearsMarked', facts, author);
  tellScreens(sheet);
}

interface Change {
  line: LineRecord;
  after: LineRecord;
  set: Partial<LineRecord>;
  history: LineEvent;
}

function changeOf(
  line: LineRecord,
  input: Omit<MarkArrears, 'lineIds'>,
  { side, recordedBy }: Speaker,
  ctx: Ctx,
): Change {
  const { mark, reason, saysFen, fileIds = [] } = input;
  const said = {
    mark,
    ...(reason === undefined ? {} : { reason }),
    ...(saysFen === undefined ? {} : { saysFen }),
  };
  const stored: StoredMark = {
    ...said,
    ...{ at: ctx.now, on: ctx.today },
    ...(recordedBy === undefined ? {} : { recordedBy }),
    fileIds,
  };
  const after = { ...line, [side]: stored };
  const standing = standingOf(judged(after));
  const history: LineEvent = {
    what: 'marked',
    ...{ on: ctx.today, at: ctx.now.toISOString(), side, owedFen: line.owedFen, ...said },
    ...(recordedBy === undefined ? {} : { by: recordedBy }),
  };
  return { line, after: { ...after, standing }, set: { [side]: stored, standing }, history };
}

function isSame(
  before: StoredMark | undefined,
  { mark, reason, saysFen, fileIds = [] }: Omit<MarkArrears, 'lineIds'>,
): boolean {
  return (
    before?.mark === mark &&
    before.reason === reason &&
    before.saysFen === saysFen &&
    before.fileIds.join() === fileIds.join()
  );
}

const SUM_OF = { agreed: 'agreedFen', disputed: 'disputedFen', open: 'openFen', found: 'foundFen' } as const;

/** How the sums move when lines change their standing; what is owed stays. */
function shiftOf(changes: readonly Change[]): Record<string, number> {
  const inc: Record<string, number> = {};
  const add = (path: string, count: number): void => void (inc[path] = (inc[path] ?? 0) + count);
  for (const { line, after } of changes) {
    if (line.standing === after.standing) continue;
    const owed = countedOwed(judged(line));
    for (const [one, sign] of [
      [line, -1],
      [after, 1],
    ] as const) {
      add(`sums.lines.${one.standing}`, sign);
      if (one.standing !== 'unknown') add(`sums.${SUM_OF[one.standing]}`, sign * owed);
    }
  }
  return inc;
}
