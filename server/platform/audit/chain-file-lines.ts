import Joi from 'joi';
import type { PlainDate } from '../../core/kit/plain-date.ts';

export interface FileEvent {
  subject: string;
  seq: number;
  areaCode: string;
  day: string;
  at: string;
  actor: string;
  action: string;
  facts: Record<string, unknown>;
  prevHash: string;
}
export interface FileSeal {
  kind: 'seal';
  areaCode: string;
  day: string;
  seq: number;
  eventId: string;
  eventHash: string;
  prevHash: string;
  hash: string;
  event?: FileEvent;
}
export interface FileRoot {
  kind: 'root';
  day: PlainDate;
  areas: { areaCode: string; events: number; lastHash: string }[];
  rootHash: string;
  previousRootHash: string;
  signature: string;
  keyId: string;
  signedAt: string;
}
export type FileLine =
  | { kind: 'head'; format: string; isWhole: boolean; coversAll: boolean }
  | { kind: 'key'; keyId: string; publicKeyPem: string }
  | FileSeal
  | FileRoot
  | { kind: 'end'; events: number; seals: number; roots: number; sha256: string };

const hash = Joi.string().pattern(/^[0-9a-f]{64}$/u);
const day = Joi.string().pattern(/^\d{4}-\d{2}-\d{2}$/u);
const areaCode = Joi.string().pattern(/^\d{2,12}$/u);
const text = Joi.string();
const count = Joi.number().integer().min(0);

/** A file comes from outside: nothing in it is believed to have any shape. */
const SHAPES = new Map<unknown, Joi.ObjectSchema>([
  [
    'head',
    Joi.object({ kind: text, format: text, isWhole: Joi.boolean(), coversAll: Joi.boolean() }).unknown(),
  ],
  ['key', Joi.object({ kind: text, keyId: text, publicKeyPem: text.max(1_000) })],
  [
    'seal',
    Joi.object({
      ...{ kind: text, areaCode, day, seq: count, eventHash: hash, prevHash: hash, hash },
      eventId: Joi.string().pattern(/^[0-9a-f]{24}$/u),
      event: Joi.object({
        ...{ subject: text, seq: count, areaCode, day, actor: text, action: text, prevHash: hash },
        at: Joi.string().isoDate(),
        facts: Joi.object().unknown(),
      }).optional(),
    }),
  ],
  [
    'root',
    Joi.object({
      ...{
        kind: text,
        day,
        rootHash: hash,
        previousRootHash: hash,
        signature: text,
        keyId: text,
        signedAt: text,
      },
      areas: Joi.array().items(Joi.object({ areaCode, events: count, lastHash: hash })),
    }),
  ],
  ['end', Joi.object({ kind: text, events: count, seals: count, roots: count, sha256: hash })],
]);

/** The line, or null where it is none of this format. */
export function readLine(line: string): FileLine | null {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return null;
  }
  const kind = typeof read === 'object' && read !== null && 'kind' in read ? read.kind : undefined;
  const shape = SHAPES.get(kind);
  const options = { convert: false, presence: 'required' } as const;
  if (shape === undefined || shape.validate(read, options).error !== undefined) return null;
  return read as FileLine; // as its shape says
}
