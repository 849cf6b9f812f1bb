import { Buffer } from 'node:buffer';
import type { HeadKind } from './report-part.ts';
import { HEADS } from './report-part.ts';
import { findNumbers, giveNumbers } from './report-numbers.model.ts';

/** Four bytes a head: a month of a province still fits one record, and a year is added up in a moment. */
const BYTES = 4;

/** What a store hands back for bytes, depending on who reads. */
type Bytes = Uint8Array | { buffer: Uint8Array } | undefined | null;

/** The numbers of those counted; one who appears twice stands there twice. */
export function readHeads(bytes: Bytes): number[] {
  if (bytes === undefined || bytes === null) return [];
  const plain = bytes instanceof Uint8Array ? bytes : bytes.buffer;
  const view = Buffer.from(plain.buffer, plain.byteOffset, plain.byteLength);
  const heads: number[] = [];
  for (let at = 0; at < view.length; at += BYTES) heads.push(view.readUInt32LE(at));
  return heads;
}

export function writeHeads(heads: readonly number[]): Buffer {
  const bytes = Buffer.alloc(heads.length * BYTES);
  for (const [at, head] of heads.entries()) bytes.writeUInt32LE(head, at * BYTES);
  return bytes;
}

/** Takes each of the second list out once, and adds the third. */
export function changedHeads(
  heads: readonly number[],
  gone: readonly number[],
  come: readonly number[],
): number[] {
  const left = new Map<number, number>();
  for (const head of gone) left.set(head, (left.get(head) ?? 0) + 1);
  const kept = heads.filter((head) => {
    const times = left.get(head) ?? 0;
    if (times > 0) left.set(head, times - 1);
    return times === 0;
  });
  return [...kept, ...come];
}

/** One number a person or employer, the same for ever: short, and saying nothing about who it is. */
export type Numbering = (kind: HeadKind, key: string) => number | undefined;

const keyed = (kind: HeadKind, key: string): string => `${kind}:${key}`;

type Named = Record<HeadKind, readonly string[]>;

/** The numbers of all these; with `give`, those who have none get one. */
export async function numbersFor(named: Iterable<Named>, { give }: { give: boolean }): Promise<Numbering> {
  const keys = new Set<string>();
  for (const one of named) {
    for (const kind of HEADS) for (const key of one[kind]) keys.add(keyed(kind, key));
  }
  const known = await findNumbers([...keys]);
  if (give) {
    const unknown = [...keys].filter((key) => !known.has(key));
    for (const [key, number] of await giveNumbers(unknown)) known.set(key, number);
  }
  return (kind, key) => known.get(keyed(kind, key));
}
