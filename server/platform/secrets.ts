import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Joi from 'joi';

/** Keys of one installation. Losing them loses the encrypted personal data: back them up apart from the store. */
export interface Secrets {
  /** Signs session cookies. */
  session: string;
  /** AES-256 keys by id (base64 of 32 bytes); the active one writes, all of them read. */
  fieldKeys: { active: string; keys: Record<string, string> };
  /** HMAC key of the blind indexes (base64). Changing it means rebuilding every index. */
  blindIndexKey: string;
  /** Ed25519 private key (PKCS 8 PEM) that signs the daily roots. */
  eventSigningKeyPem: string;
}

const key32 = Joi.string().base64().length(44);
const shape = Joi.object<Secrets, true>({
  session: Joi.string().min(32).required(),
  fieldKeys: Joi.object({
    active: Joi.string().required(),
    keys: Joi.object()
      .pattern(/^[a-z0-9-]{1,20}$/, key32)
      .min(1)
      .required(),
  }).required(),
  blindIndexKey: key32.required(),
  eventSigningKeyPem: Joi.string().required(),
});

/** Reads the key file; at the very first start it is made with random keys, readable by its owner alone. */
export function loadSecrets({ file, mayCreate }: { file: string; mayCreate: boolean }): Secrets {
  const found = read(file) ?? (mayCreate ? create(file) : null);
  if (found === null) throw new Error(`找不到密钥文件 / the key file is missing: ${file}`);
  const checked = shape.validate(JSON.parse(found));
  if (checked.error)
    throw new Error(`密钥文件有误 / the key file is damaged: ${file}: ${checked.error.message}`);
  const secrets: Secrets = checked.value;
  if (secrets.fieldKeys.keys[secrets.fieldKeys.active] === undefined) {
    throw new Error(`密钥文件缺少当前密钥 / the active field key is missing: ${file}`);
  }
  return secrets;
}

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Writes the whole file aside and links it into place, so that two first starts agree on one set of keys. */
function create(file: string): string {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(aside, `${JSON.stringify(randomSecrets(), null, 2)}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(aside, file);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  } finally {
    unlinkSync(aside);
  }
  return readFileSync(file, 'utf8');
}

export function randomSecrets(): Secrets {
  return {
    session: randomBytes(32).toString('base64'),
    fieldKeys: { active: 'k1', keys: { k1: randomBytes(32).toString('base64') } },
    blindIndexKey: randomBytes(32).toString('base64'),
    eventSigningKeyPem: generateKeyPairSync('ed25519')
      .privateKey.export({ type: 'pkcs8', format: 'pem' })
      .toString(),
  };
}
