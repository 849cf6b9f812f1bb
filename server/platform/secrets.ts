import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Joi from 'joi';
import type { Suite } from './crypto/key-text.ts';
import { KEY_TEXT, keyText } from './crypto/key-text.ts';

/** Keys of one kind by id; the active one writes, all of them read. */
export interface KeySet {
  active: string;
  /** Added and not in use yet: it becomes active once every process knows it. */
  next?: string;
  keys: Record<string, string>;
}

/** Keys of one installation. Losing them loses the encrypted personal data: back them up apart from the store. */
export interface Secrets {
  /** Base of the one-way marks (codes, links); signs session cookies as long as `cookieKeys` is not there. */
  session: string;
  /** Sign session cookies, once they were changed for the first time. */
  cookieKeys?: KeySet;
  /** Keys of sealed fields: 32 bytes in base64, with `sm:` before them in the SM suite. */
  fieldKeys: KeySet;
  /** HMAC key of the blind indexes. Changing it means rebuilding every index. */
  blindIndexKey: string;
  /** The key they are being made anew with. */
  blindIndexNext?: string;
  /** Ed25519 private key (PKCS 8 PEM) that signs the daily roots. */
  eventSigningKeyPem: string;
}

const keyId = Joi.string().pattern(/^[a-z0-9-]{1,20}$/);
const keySet = (key: Joi.StringSchema): Joi.ObjectSchema<KeySet> =>
  Joi.object<KeySet>({
    active: keyId.required(),
    next: keyId,
    keys: Joi.object()
      .pattern(/^[a-z0-9-]{1,20}$/, key)
      .min(1)
      .required(),
  });
const key32 = Joi.string().pattern(KEY_TEXT).message('"{{#label}}" must be 32 bytes in base64');
const shape = Joi.object<Secrets, true>({
  session: Joi.string().min(32).required(),
  cookieKeys: keySet(Joi.string().min(32)),
  fieldKeys: keySet(key32).required(),
  blindIndexKey: key32.required(),
  blindIndexNext: key32,
  eventSigningKeyPem: Joi.string().required(),
});

interface KeyFile {
  file: string;
  mayCreate: boolean;
  /** What new keys are made for. */
  suite?: Suite;
}

/** Reads the key file; at the very first start it is made with random keys, readable by its owner alone. */
export function loadSecrets({ file, mayCreate, suite = 'aes' }: KeyFile): Secrets {
  const found = read(file) ?? (mayCreate ? create(file, suite) : null);
  if (found === null) throw new Error(`找不到密钥文件 / the key file is missing: ${file}`);
  const checked = shape.validate(JSON.parse(found));
  if (checked.error)
    throw new Error(`密钥文件有误 / the key file is damaged: ${file}: ${checked.error.message}`);
  const secrets: Secrets = checked.value;
  for (const { active, next = active, keys } of [secrets.fieldKeys, cookieKeysOf(secrets)]) {
    if (keys[active] === undefined || keys[next] === undefined)
      throw new Error(`密钥文件缺少当前密钥 / an active key is missing: ${file}`);
  }
  return secrets;
}

/** The keys of session cookies, also of a file from before they could be changed. */
export const cookieKeysOf = ({ session, cookieKeys }: Pick<Secrets, 'session' | 'cookieKeys'>): KeySet =>
  cookieKeys ?? { active: 'c1', keys: { c1: session } };

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes the whole file aside and links it into place, so that two first starts agree on one set of keys. */
function create(file: string, suite: Suite): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, `${JSON.stringify(randomSecrets(suite), null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(aside);
  }
  return readFileSync(file, 'utf8');
}

export const randomKey = (suite: Suite): string => keyText(suite, randomBytes(32));

export function randomSecrets(suite: Suite = 'aes'): Secrets {
  return {
    session: randomBytes(32).toString('base64'),
    fieldKeys: { active: 'k1', keys: { k1: randomKey(suite) } },
    blindIndexKey: randomKey(suite),
    eventSigningKeyPem: generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  };
}
