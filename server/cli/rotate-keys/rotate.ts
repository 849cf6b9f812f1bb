import { hostname } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import type { Booted } from '../../boot.ts';
import { sealPacks } from '../../features/evidence/index.ts';
import { resealFiles } from '../../features/files/index.ts';
import {
  countKeyUses,
  findRotation,
  forgetRotation,
  keepRotation,
  resealFields,
} from '../../platform/crypto/index.ts';
import type { Suite } from '../../platform/crypto/index.ts';
import { elapsed } from '../../platform/clock.ts';
import type { KeyKind } from './key-sets.ts';
import { activateKey, addKey, dropKey, setOf } from './key-sets.ts';
import { nameProcesses, whoLacks, whoUsesAnother } from './who-knows.ts';

/** Said to whoever runs the command; each line as soon as it is true. */
export type Say = (zh: string, en: string) => void;

export interface Rotation {
  booted: Pick<Booted, 'config' | 'keys' | 'clock'>;
  kind: KeyKind;
  suite: Suite;
  say: Say;
}

/** Processes look at the file every second, and a busy one is late; those of other machines may wait for their copy. */
const PATIENCE_MS = 15_000;
const PATIENCE_ELSEWHERE_MS = 3_000;
const HOUR_MS = 3_600_000;

/** A refusal in words; what was done so far stays, and the same command goes on from there. */
export class NotYet extends Error {}

/** Begins a change of keys unless one is under way. */
export async function begin({ booted, kind, suite, say }: Rotation): Promise<void> {
  const { active, next, keys } = setOf(booted.keys.secrets(), kind);
  if (next === undefined && kind === 'field' && Object.keys(keys).length > 1) {
    const others = Object.keys(keys).filter((id) => id !== active);
    for (const id of others) {
      if (Object.keys(await countKeyUses(id)).length === 0) continue;
      return say(`上次更换还没有完成（${id}），接着做`, `The last change is not finished (${id}): going on`);
    }
  }
  addKey(booted.config.secretsFile, kind, suite);
  await booted.keys.look();
  const added = setOf(booted.keys.secrets(), kind).next;
  say(`新密钥 ${added} 已写入 ${booted.config.secretsFile}`, `New key ${added} is in the key file`);
}

/** Puts the waiting key to use once everybody knows it, and seals everything with it. */
export async function goOn(rotation: Rotation): Promise<void> {
  await activate(rotation);
  if (rotation.kind === 'field') {
    await reseal(rotation);
    await resealAllFiles(rotation);
  }
  const { booted, kind, say } = rotation;
  const { active, keys } = setOf(booted.keys.secrets(), kind);
  const behind = await whoUsesAnother(active, kind, booted.clock);
  if (behind.length > 0)
    throw new NotYet(
      `这些进程还在用旧密钥：${nameProcesses(behind)}。把密钥文件复制到那些机器，再运行一次 / these processes still use an old key: copy the key file to their machines and run this again`,
    );
  const old = Object.keys(keys).filter((id) => id !== active);
  if (old.length === 0)
    return say(`当前密钥 ${active}，没有旧密钥`, `Key ${active} is in use; no old key is left`);
  if (kind === 'cookie')
    return say(
      `当前密钥 ${active}；旧密钥 ${old.join('、')} 要等用它登录的人都到期（SESSION_ABSOLUTE_HOURS），再用 --cookies --retire 停用`,
      `Key ${active} is in use; once those who signed in before are out (SESSION_ABSOLUTE_HOURS), --cookies --retire takes away ${old.join(', ')}`,
    );
  say(
    `当前密钥 ${active}；旧密钥 ${old.join('、')} 可用 --retire 停用`,
    `Key ${active} is in use; --retire takes away ${old.join(', ')}`,
  );
}

async function activate({ booted, kind, say }: Rotation): Promise<void> {
  const { keys, config, clock } = booted;
  const { next } = setOf(keys.secrets(), kind);
  if (next === undefined) return;
  const since = elapsed();
  for (;;) {
    const lacking = await whoLacks(next, kind, keys.secrets(), clock);
    if (lacking.length === 0) break;
    const isElsewhere = lacking.every(({ host }) => host !== hostname());
    if (elapsed() - since > (isElsewhere ? PATIENCE_ELSEWHERE_MS : PATIENCE_MS))
      throw new NotYet(
        `这些进程还不知道新密钥 ${next}：${nameProcesses(lacking)}。把密钥文件复制到那些机器，再运行一次 / these processes do not know the new key yet: copy the key file to their machines and run this again`,
      );
    await pause(250);
  }
  activateKey(config.secretsFile, kind);
  await keys.look();
  // When a cookie key began to sign tells when the one before it may go.
  if (kind === 'cookie') await keepRotation({ _id: `cookie:${next}`, changed: 0, doneAt: clock.now() });
  say(`各进程都已知道，开始使用 ${next}`, `Everybody knows it: ${next} is in use`);
  // Those of this machine follow within a second; what they wrote until then is sealed anew with the rest.
  while (elapsed() - since < PATIENCE_MS && (await whoUsesAnother(next, kind, clock)).length > 0)
    await pause(250);
}

/** As long as something is left that another key sealed, and a run still finds something to do. */
async function reseal({ booted, say }: Rotation): Promise<void> {
  const { active, keys } = setOf(booted.keys.secrets(), 'field');
  for (const id of Object.keys(keys)) {
    if (id !== active && Object.keys(await countKeyUses(id)).length > 0 && (await isDone(active)))
      await forgetRotation(`field:${active}`); // somebody wrote with an old key after the last look
  }
  let told = elapsed();
  for (;;) {
    const { resealed, left, unreadable } = await resealFields({
      now: () => booted.clock.now(),
      onPage: ({ collection, resealed: soFar }) => {
        if (elapsed() - told < 1_000) return;
        told = elapsed();
        say(`已重新加密 ${soFar} 项（${collection}）`, `${soFar} values re-encrypted (${collection})`);
      },
    });
    for (const what of unreadable.slice(0, 20)) say('打不开', what);
    say(`重新加密 ${resealed} 项，剩 ${left} 条`, `${resealed} values re-encrypted, ${left} records left`);
    if (left === 0) break;
    if (resealed > 0) continue;
    throw new NotYet(
      `${left} 条记录打不开，仍是旧密钥加密的：见上面的说明，旧密钥不要停用 / ${left} records do not open and stay as they are: see above, and keep the old key`,
    );
  }
}

async function resealAllFiles({ say }: Rotation): Promise<void> {
  const packs = await sealPacks();
  const { resealed: files, left, damaged } = await resealFiles();
  const resealed = files + packs.resealed;
  if (resealed > 0) say(`重新加密 ${resealed} 个文件`, `${resealed} files re-encrypted`);
  if (left > 0)
    throw new NotYet(
      `${left} 个文件仍是旧密钥加密的，其中 ${damaged} 个已损坏：从备份取回，旧密钥不要停用 / ${left} files stay sealed with an old key, ${damaged} of them damaged: take them from a backup, and keep the old key`,
    );
}

const isDone = async (active: string): Promise<boolean> =>
  (await findRotation(`field:${active}`))?.doneAt !== undefined;

/** Takes an old key away, or says what still needs it. */
export async function retire({ booted, kind, say }: Rotation, id: string): Promise<void> {
  const { keys, config, clock } = booted;
  const set = setOf(keys.secrets(), kind);
  if (set.keys[id] === undefined) {
    const held = Object.keys(set.keys).join(', ');
    throw new NotYet(`没有密钥 ${id}，现有：${held} / there is no key ${id}, only: ${held}`);
  }
  if (id === set.active || id === set.next) throw new NotYet(`密钥 ${id} 正在使用 / key ${id} is in use`);
  const users = await whoUsesAnother(set.active, kind, clock);
  if (users.length > 0)
    throw new NotYet(`这些进程还在用旧密钥 / these processes still use an old key: ${nameProcesses(users)}`);
  if (kind === 'field') await refuseWhileNeeded(id);
  else await refuseWhileSessionsLast(set.active, booted);
  dropKey(config.secretsFile, kind, id);
  await keys.look();
  say(
    `密钥 ${id} 已停用。以前的备份仍需旧的密钥文件：随那些备份一起另行保管`,
    `Key ${id} is gone. Backups made before need the former key file: keep it with them, locked away`,
  );
}

async function refuseWhileNeeded(id: string): Promise<void> {
  const uses = Object.entries(await countKeyUses(id));
  const files = (await resealFiles({ limit: 0 })).left + (await sealPacks({ limit: 0 })).left;
  if (files > 0) uses.push(['files', files]);
  if (uses.length === 0) return;
  const where = uses.map(([name, count]) => `${name} ${count}`).join(', ');
  throw new NotYet(
    `密钥 ${id} 还不能停用，仍有记录要用它：${where}。先运行 npm run rotate-keys / key ${id} is still needed: run npm run rotate-keys first`,
  );
}

/** Whoever signed in under the old key would be put out. */
async function refuseWhileSessionsLast(active: string, { config, clock }: Rotation['booted']): Promise<void> {
  const since = (await findRotation(`cookie:${active}`))?.doneAt ?? clock.now();
  const hours = config.sessionHours.absolute - (clock.now().getTime() - since.getTime()) / HOUR_MS;
  if (hours <= 0) return;
  const inHours = Math.ceil(hours);
  throw new NotYet(
    `还有人在用旧密钥登录，${inHours} 小时后再停用 / people are signed in under the old key: retire it in ${inHours} hours`,
  );
}
