import { open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import Joi from 'joi';
import { boot } from '../boot.ts';
import type { PlainDate } from '../core/kit/plain-date.ts';
import { exportChainFile } from '../features/events/index.ts';
import { AppError } from '../platform/app-error.ts';
import { appendEvent } from '../platform/audit/index.ts';
import type { Ctx } from '../platform/context.ts';
import { systemCtx } from '../platform/context.ts';
import { inTransaction } from '../platform/db.ts';
import { areaCode, plainDate } from '../platform/http/shapes.ts';
import { outFolder } from './out-folder.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run audit-export -- --from 2026-11-01 --to 2026-11-30 --out FILE [--area 532601] [--action user] [--subject user:…]

Writes the record of a period as JSON Lines: every event with its hash, the chains of each area and day, the signed roots
and the public keys. Whoever gets it checks it without us: npm run verify-chain -- --file FILE
把一段时间的事件、地区日链、每日签名和公钥写成一个文件,拿到的人不用连接本系统就能核对。

  --area     only areas under this code 只要这个区域
  --action   a kind (user) or one act (user.disabled): of others only the hash 只要这类操作,其余只留哈希
  --subject  only what was done to one thing 只要这个对象

At most 366 days at a time. Taking it out is itself an event. 一次最多 366 天;导出本身也记入事件链。
`;

interface Asked {
  from: PlainDate;
  to: PlainDate;
  area?: string;
  action?: string;
  subject?: string;
  out: string;
}
const SHAPE = Joi.object<Asked>({
  from: plainDate().required(),
  to: plainDate().required(),
  area: areaCode(),
  action: Joi.string().pattern(/^[A-Za-z.]{1,80}$/, 'action'),
  subject: Joi.string().pattern(/^[A-Za-z]{1,40}:[\w.:-]{1,120}$/, 'subject'),
  out: Joi.string().required(),
});

const text = { type: 'string' } as const;

await runCommand(HELP, async (args) => {
  const options = { from: text, to: text, area: text, action: text, subject: text, out: text };
  const { values } = parseArgs({ args, options });
  const checked = SHAPE.validate(values);
  if (checked.error) throw new Error(`参数有误 / wrong argument: ${checked.error.message}`);
  const { out, area, ...rest }: Asked = checked.value;
  const target = resolve(out);
  await outFolder(dirname(target));
  const booted = await boot({ probe: false });
  const part = `${target}.part`;
  try {
    const { clock, config } = booted;
    const ctx = systemCtx('auditExport', { now: clock.now(), today: clock.today() });
    const asked = { ...rest, ...(area === undefined ? {} : { areaCode: area }) };
    const lines = inWords(() => exportChainFile(asked, ctx, teller()));
    await noteTaken(asked, config.regionCode, ctx);
    const file = await open(part, 'wx', 0o600).catch((error: unknown) => {
      throw taken(error, part);
    });
    try {
      for await (const line of lines) await file.write(line);
      await file.sync();
      await rename(part, target);
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    } finally {
      await file.close();
    }
    console.log(`已导出 / exported: ${target}`);
  } finally {
    await booted.stop();
  }
});

/** Whoever takes the record out leaves an event, here as at the door. */
async function noteTaken(filters: { areaCode?: string }, region: string, ctx: Ctx): Promise<void> {
  await inTransaction(() =>
    appendEvent(
      {
        subject: 'command:auditExport',
        areaCode: filters.areaCode ?? region,
        action: 'export.taken',
        facts: { door: 'npm run audit-export', filters },
      },
      ctx,
    ),
  );
}

/** Beside the answer, a line for each day, so that who waits sees it move. */
function teller(): (day: string, events: number) => void {
  let [last, sum] = ['', 0];
  return (day, events) => {
    sum += events;
    if (day !== last)
      process.stderr.write(`写到 ${day}，已有 ${sum} 个事件 / at ${day}, ${sum} events so far\n`);
    last = day;
  };
}

/** A period that cannot be is told as a sentence, as at the door. */
function inWords<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof AppError) || error.fields === undefined) throw error;
    const sentences = error.fields.map(({ path, zh, en }) => `--${path}: ${zh} / ${en}`);
    throw new Error(sentences.join('\n'), { cause: error });
  }
}

function taken(error: unknown, part: string): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  return 'code' in error && error.code === 'EEXIST'
    ? new Error(
        `另一次导出正在写这个文件；如果没有，那是上次被强行结束时留下的，删掉它再来 / another export is writing this file; if none is, one that was killed left it: remove it and run this again: ${part}`,
      )
    : error;
}
