import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Joi from 'joi';
import type { Secrets } from '../platform/secrets.ts';

/** `backup.json`: written last, so a folder without it is a backup that was cut short. */
export interface BackupMark {
  madeAt: string;
  version: string;
  /** `store`: a copy of the embedded store as of one moment; `dump`: mongodump's layout, readable by mongorestore. */
  kind: 'store' | 'dump';
  /** Tells whether keys fit this backup without telling anything about them. */
  keyCheck: string;
  withSecrets: boolean;
}

const shape = Joi.object<BackupMark, true>({
  madeAt: Joi.string().isoDate().required(),
  version: Joi.string().required(),
  kind: Joi.string().valid('store', 'dump').required(),
  keyCheck: Joi.string().hex().required(),
  withSecrets: Joi.boolean().required(),
});

export const MARK_FILE = 'backup.json';

export function keyCheck(secrets: Secrets): string {
  const keys = Object.entries(secrets.fieldKeys.keys).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify(['anxin key check', keys, secrets.blindIndexKey]))
    .digest('hex');
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
