import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Joi from 'joi';
import type { Secrets } from '../platform/secrets.ts';

/** `backup.json`: written last, so a folder without it is a backup that was cut short. */
export interface BackupMark {
  /** Binds every file to this backup. Missing: made before backups were sealed. */
  id?: string;
  madeAt: string;
  version: string;
  /** `store`: a copy of the embedded store as of one moment; `dump`: mongodump's layout, readable by mongorestore. */
  kind: 'store' | 'dump';
  /** What opens it: a key of the key file, or a passphrase somebody has to know. */
  sealedWith?: 'keys' | 'passphrase';
  /** Tell which keys the data need, without telling anything about them. */
  keyMarks?: string[];
  /** The same in backups of before: of all keys of that time together. */
  keyCheck?: string;
  withSecrets: boolean;
}

const shape = Joi.object<BackupMark, true>({
  id: Joi.string().hex(),
  madeAt: Joi.string().isoDate().required(),
  version: Joi.string().required(),
  kind: Joi.string().valid('store', 'dump').required(),
  sealedWith: Joi.string().valid('keys', 'passphrase'),
  keyMarks: Joi.array().items(Joi.string().hex()).min(1),
  keyCheck: Joi.string().hex(),
  withSecrets: Joi.boolean().required(),
})
  .xor('keyMarks', 'keyCheck')
  .and('id', 'sealedWith', 'keyMarks');

export const MARK_FILE = 'backup.json';

type Keys = Pick<Secrets, 'fieldKeys' | 'blindIndexKey'>;

const digest = (what: unknown[]): string => createHash('sha256').update(JSON.stringify(what)).digest('hex');

/** One for each key that data may need. */
export const keyMarks = ({ fieldKeys, blindIndexKey }: Keys): string[] => [
  ...Object.entries(fieldKeys.keys).map(([id, key]) => digest(['anxin key mark', id, key])),
  digest(['anxin blind key mark', blindIndexKey]),
];

/** Are all keys of the backup among the present ones? Those that were added since do no harm. */
export function keysFit(mark: Pick<BackupMark, 'keyMarks' | 'keyCheck'>, keys: Keys): boolean {
  if (mark.keyMarks !== undefined) {
    const present = new Set(keyMarks(keys));
    return mark.keyMarks.every((one) => present.has(one));
  }
  const sorted = Object.entries(keys.fieldKeys.keys).sort(([a], [b]) => (a < b ? -1 : 1));
  return digest(['anxin key check', sorted, keys.blindIndexKey]) === mark.keyCheck;
}

/** Throws a sentence when the folder holds no whole backup. */
export function readMark(folder: string): BackupMark {
  let text: string;
  try {
    text = readFileSync(join(folder, MARK_FILE), 'utf8');
  } catch {
    throw new Error(`这里没有完整的备份 / there is no complete backup here: ${folder}`);
  }
  const checked = shape.validate(JSON.parse(text));
  if (checked.error) throw new Error(`备份说明已损坏 / ${MARK_FILE} is damaged: ${checked.error.message}`);
  return checked.value;
}
