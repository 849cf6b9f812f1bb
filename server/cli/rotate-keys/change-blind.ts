import { refillCaseNames } from '../../features/cases/index.ts';
import { refillComplaintNames } from '../../features/complaints/index.ts';
import { elapsed } from '../../platform/clock.ts';
import type { KeyRotation } from '../../platform/crypto/index.ts';
import {
  findRotation,
  forgetRotation,
  keepRotation,
  refillBlindIndexes,
} from '../../platform/crypto/index.ts';
import { changeSecrets } from '../../platform/key-file.ts';
import { blindMarkOf } from '../../platform/key-holders.ts';
import type { Step } from '../../platform/migrations/index.ts';
import { randomKey } from '../../platform/secrets.ts';
import type { Rotation } from './rotate.ts';
import { NotYet } from './rotate.ts';
import { nameProcesses, runningProcesses } from './who-knows.ts';

const ID = 'blind';

/**
 * Gives the blind indexes another key. Look-ups compare them across collections, so they change all together, while the
 * product stands still: it is refused as long as a process runs, and no process starts until it is done.
 */
export async function changeBlindKey(rotation: Rotation): Promise<void> {
  const { booted, suite, say } = rotation;
  const file = booted.config.secretsFile;
  const begun = await unfinished();
  const next = await nextKey(rotation, begun);
  if (next !== null) {
    booted.keys.useBlindIndexKey(next);
    const mark = blindMarkOf(next);
    let told = elapsed();
    const changed = await refillBlindIndexes(mark, ({ collection, changed: soFar }) => {
      if (elapsed() - told < 1_000) return;
      told = elapsed();
      say(`已重建 ${soFar} 条（${collection}）`, `${soFar} records done (${collection})`);
    });
    for (const [name, refill] of REFILLS) await runRefill(name, refill);
    changeSecrets(file, ({ blindIndexNext: _, ...before }) => ({ ...before, blindIndexKey: next }));
    say(`重建 ${changed} 条盲索引`, `${changed} records have new blind indexes`);
  }
  const current = changeSecrets(file, (before) => before).blindIndexKey;
  const kept = await findRotation(ID);
  await keepRotation({
    ...{ _id: ID, changed: kept?.changed ?? 0 },
    ...{ blindMark: blindMarkOf(current), doneAt: booted.clock.now() },
  });
  const name = suite === 'sm' ? 'HMAC-SM3' : 'HMAC-SHA256';
  say(
    `盲索引密钥已更换（${name}）。把密钥文件复制到其他机器，再启动系统`,
    'Done: copy the key file to the other machines, then start the product',
  );
}

/** What else is made with the blind index key: what sealed names are found by. */
const REFILLS: readonly (readonly [name: string, refill: (step: Step) => Promise<void>])[] = [
  ['complaintNames', refillComplaintNames],
  ['caseNames', refillCaseNames],
];
const refillId = (name: string): string => `${ID}:${name}`;

async function runRefill(name: string, refill: (step: Step) => Promise<void>): Promise<void> {
  const _id = refillId(name);
  const kept = await findRotation(_id);
  let changed = kept?.changed ?? 0;
  await refill({
    mark: typeof kept?.after === 'string' ? kept.after : undefined,
    keep: async (after, filled) => {
      changed += filled;
      await keepRotation({ _id, after, changed });
    },
  });
}

async function unfinished(): Promise<KeyRotation | null> {
  const kept = await findRotation(ID);
  return kept?.doneAt === undefined ? kept : null;
}

/** The key to make them with; null where only the last word is missing. */
async function nextKey({ booted, suite, say }: Rotation, begun: KeyRotation | null): Promise<string | null> {
  const file = booted.config.secretsFile;
  if (begun !== null) {
    say('接着做上次没有做完的', 'Going on with what was stopped');
    const { blindIndexKey, blindIndexNext } = changeSecrets(file, (before) => before);
    if (blindIndexNext !== undefined && blindMarkOf(blindIndexNext) === begun.blindMark)
      return blindIndexNext;
    if (blindMarkOf(blindIndexKey) === begun.blindMark) return null;
    throw new Error('密钥文件不是开始更换时的那一份 / the key file is not the one the change was begun with');
  }
  const next = changeSecrets(file, (before) =>
    before.blindIndexNext === undefined ? { ...before, blindIndexNext: randomKey(suite) } : before,
  ).blindIndexNext;
  if (next === undefined) throw new Error('no key');
  // First the word that stops whoever starts now, then the look at who runs: one of the two sees the other.
  const before = await findRotation(ID);
  for (const [name] of REFILLS) await forgetRotation(refillId(name));
  await keepRotation({ _id: ID, changed: 0, blindMark: blindMarkOf(next) });
  const others = (await runningProcesses(booted.clock)).filter(({ _id }) => _id !== booted.keys.holderId());
  if (others.length === 0) return next;
  if (before === null) await forgetRotation(ID);
  else await keepRotation(before);
  throw new NotYet(
    `先停止系统，这些进程还在运行：${nameProcesses(others)} / stop the product first, these processes run`,
  );
}
