import { AppError } from '../app-error.ts';
import { appendEvent } from '../audit/index.ts';
import type { Ctx } from '../context.ts';
import { inTransaction } from '../db.ts';

/**
 * Hands out one full value after the view was recorded: event 'field.revealed' {field, reason} is appended in the
 * transaction that reads the value, so no value leaves the server without its entry.
 */
export async function revealField(
  request: {
    subject: `${string}:${string}`;
    areaCode: string;
    field: string;
    reason: string;
    /** Finds the value within the reader's limits; null answers notFound. */
    read(): Promise<string | null | undefined>;
  },
  ctx: Ctx,
): Promise<string> {
  const reason = request.reason.trim();
  if (reason.length < 2 || reason.length > 200) {
    throw new AppError('invalidInput', { count: 1 }, [
      {
        in: 'body',
        path: 'reason',
        rule: 'string.length',
        zh: '请填写查看原因（2–200 字）',
        en: 'Give a reason of 2 to 200 characters',
      },
    ]);
  }
  return inTransaction(async () => {
    const value = await request.read();
    if (value === null || value === undefined) throw new AppError('notFound');
    const { subject, areaCode, field } = request;
    await appendEvent({ subject, areaCode, action: 'field.revealed', facts: { field, reason } }, ctx);
    return value;
  });
}
