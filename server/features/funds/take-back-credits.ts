import type { FieldProblem } from '../../core/contract/errors.ts';
import type { MachineTakeBacks, PayFileView, TakeBackCredits } from '../../core/contract/funds.ts';
import { fen, subtractFen, sumFen } from '../../core/kit/money.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { takeBackCredits } from '../payroll/index.ts';
import { branchWithin } from './funds-reach.ts';
import type { PayFileLineRecord } from './pay-file-line.model.ts';
import { findPayFileLines, writeTakenBack } from './pay-file-line.model.ts';
import { payFileViews } from './pay-file-view.ts';
import type { PayFileRecord } from './pay-file.model.ts';
import { changePayFile, findPayFile, findPayFileByNumber } from './pay-file.model.ts';
import { tellBounced } from './tell-funds.ts';

/**
 * The bank takes back credits it had on record: the money came back after all, or was never there. All or none; the same
 * a second time is harmless. What was said first stays beside what is said now, and nothing is sent again by itself.
 * @law REG-31-1
 */
export async function takeBackPayments(id: string, wrong: TakeBackCredits, ctx: Ctx): Promise<PayFileView> {
  return inTransaction(async () => takeBack(await findPayFile(id, branchWithin(ctx)), wrong, ctx));
}

/** The same for a bank's program, which knows the number printed on the file. */
export async function takeBackPaymentsByNumber(
  { fileNumber, ...wrong }: MachineTakeBacks,
  ctx: Ctx,
): Promise<PayFileView> {
  return inTransaction(async () =>
    takeBack(await findPayFileByNumber(fileNumber, branchWithin(ctx)), wrong, ctx),
  );
}

async function takeBack(file: PayFileRecord | null, wrong: TakeBackCredits, ctx: Ctx): Promise<PayFileView> {
  if (file === null) throw new AppError('notFound');
  const news = judge(wrong, await findPayFileLines(String(file._id)), ctx);
  const changed = news.length === 0 ? file : await store(file, news, wrong, ctx);
  const [view] = await payFileViews([changed], ctx);
  if (view === undefined) throw new AppError('notFound');
  return view;
}

/** The credits that are new among these; throws for what is no credit of this file, and for a day that cannot be. */
function judge(
  { references, on, reason }: TakeBackCredits,
  lines: readonly PayFileLineRecord[],
  { today }: Pick<Ctx, 'today'>,
): PayFileLineRecord[] {
  if (on > today) throw wrongField('on', '日期在今天之后', 'The day lies in the future');
  const known = new Map(lines.map((line) => [line.reference, line]));
  const faults: FieldProblem[] = [];
  const news = references.flatMap((reference, index): PayFileLineRecord[] => {
    const line = known.get(reference);
    if (line?.result === 'credited') return [line];
    const last = line?.takenBack?.at(-1);
    if (last?.on === on && last.reason === reason && line?.result === 'bounced') return [];
    const path = `references.${index}`;
    faults.push(
      line === undefined
        ? {
            ...{ in: 'body', path, rule: 'reference.unknown' },
            zh: `代发文件中没有 ${reference}`,
            en: `${reference} is not in this pay file`,
          }
        : {
            ...{ in: 'body', path, rule: 'reference.notCredited' },
            zh: `${reference} 没有登记到账，不用更正`,
            en: `${reference} is not on record as credited: nothing to take back`,
          },
    );
    return [];
  });
  if (faults.length > 0) throw new AppError('invalidInput', { count: faults.length }, faults);
  const first = news.find(({ resultOn }) => resultOn !== undefined && resultOn > on);
  if (first?.resultOn !== undefined)
    throw wrongField(
      'on',
      `${first.reference} 登记的到账日期是 ${first.resultOn}，更正日期不能更早`,
      `${first.reference} was credited on ${first.resultOn}: not before that day`,
    );
  return news;
}

async function store(
  file: PayFileRecord,
  lines: readonly PayFileLineRecord[],
  { on, reason }: TakeBackCredits,
  ctx: Ctx,
): Promise<PayFileRecord> {
  await takeBackCredits(
    lines.map(({ lineId, reference }) => ({ lineId, reference })),
    { on, reason },
    ctx,
  );
  await writeTakenBack(lines, { on, reason });
  const gone = sumFen(lines.map(({ resultFen }) => resultFen ?? fen(0)));
  const changed = await changePayFile(file, {
    credited: file.credited - lines.length,
    creditedFen: subtractFen(file.creditedFen, gone),
    bounced: file.bounced + lines.length,
  });
  if (changed === null) throw new AppError('staleVersion');
  const { projectId, areaCode, number } = file;
  const facts = { number, takenBack: lines.length, fen: gone, on };
  await appendEvent({ subject: `project:${projectId}`, areaCode, action: 'payFile.takenBack', facts }, ctx);
  await tellBounced(changed, lines.length, ctx);
  return changed;
}
