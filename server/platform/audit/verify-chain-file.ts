import { createHash } from 'node:crypto';
import { CHAIN_FAULTS } from '../../core/contract/operations.ts';
import { addDays } from '../../core/kit/plain-date.ts';
import { CHAIN_FILE_FORMAT } from './chain-file.ts';
import type { FileEvent, FileLine, FileRoot, FileSeal } from './chain-file-lines.ts';
import { readLine } from './chain-file-lines.ts';
import { eventHash, GENESIS, rootHash, sealHash } from './links.ts';
import { isRootSignature } from './signing-key.ts';

/** Why a file does not hold, as a sentence. */
export const FILE_FAULTS = {
  ...CHAIN_FAULTS,
  notAChainFile: {
    zh: '不是本系统导出的事件文件',
    en: 'not a file of the record, or not one of this format',
  },
  cutShort: { zh: '文件不完整，没有结尾', en: 'the file is cut short: its last line is missing' },
  checksumWrong: {
    zh: '结尾的校验和与内容不符',
    en: 'the checksum at the end does not match what stands before',
  },
  keyUnknown: { zh: '不是用所给公钥对应的钥匙签的', en: 'signed with a key that is not the given one' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type FileFault = keyof typeof FILE_FAULTS;

export interface FileVerdict {
  ok: boolean;
  events: number;
  seals: number;
  areaDays: number;
  signedDays: number;
  /** Area days at the end whose root was not signed when the file was made. */
  unsignedAreaDays: number;
  /** Keys that signed; they prove something only when they are the published ones. */
  keyIds: string[];
  firstBroken?: { line: number; why: FileFault; place: string };
}

class BrokenLine extends Error {
  readonly why: FileFault;
  readonly place: string;

  constructor(why: FileFault, place: string) {
    super(why);
    this.why = why;
    this.place = place;
  }
}

/** So many subjects' last links are remembered; the seals and roots prove the rest without memory. */
const SUBJECTS = 100_000;

/**
 * Re-computes a file of the record without a store and without our keys: every event's hash, every chain of an area and day
 * from its very beginning, every root and its signature. `trusted` are keys somebody kept apart; without them the keys
 * of the file are taken, and their ids have to be compared with the published ones.
 */
export async function verifyChainFile(
  lines: AsyncIterable<string>,
  trusted: ReadonlyMap<string, string> | null = null,
): Promise<FileVerdict> {
  const walk = new Walk(trusted);
  let line = 0;
  try {
    for await (const text of lines) {
      line += 1;
      walk.take(text);
    }
    walk.end();
    return { ok: true, ...walk.counts() };
  } catch (error) {
    if (!(error instanceof BrokenLine)) throw error;
    const { why, place } = error;
    return { ok: false, ...walk.counts(), firstBroken: { line, why, place } };
  }
}

interface Chain {
  day: string;
  areaCode: string;
  seq: number;
  hash: string;
}

class Walk {
  readonly #trusted: ReadonlyMap<string, string> | null;
  readonly #keys = new Map<string, string>();
  readonly #signers = new Set<string>();
  readonly #sum = createHash('sha256');
  readonly #subjects = new Map<string, { seq: number; hash: string }>();
  /** Area days since the last root. */
  #pending: Chain[] = [];
  #chain: Chain | null = null;
  #root: FileRoot | null = null;
  #isWhole = false;
  #coversAll = false;
  #state: 'new' | 'open' | 'ended' = 'new';
  #events = 0;
  #seals = 0;
  #areaDays = 0;
  #roots = 0;

  constructor(trusted: ReadonlyMap<string, string> | null) {
    this.#trusted = trusted;
  }

  counts() {
    return {
      ...{ events: this.#events, seals: this.#seals, areaDays: this.#areaDays, signedDays: this.#roots },
      unsignedAreaDays: this.#pending.length,
      keyIds: [...this.#signers],
    };
  }

  take(text: string): void {
    const line = readLine(text);
    if (line === null || this.#state === 'ended') throw new BrokenLine('notAChainFile', '-');
    if (this.#state === 'new') {
      if (line.kind !== 'head' || line.format !== CHAIN_FILE_FORMAT)
        throw new BrokenLine('notAChainFile', '-');
      [this.#state, this.#isWhole, this.#coversAll] = ['open', line.isWhole, line.coversAll];
    } else this.#takeNext(line);
    this.#sum.update(`${text}\n`);
  }

  #takeNext(line: FileLine): void {
    if (line.kind === 'key') this.#keys.set(line.keyId, line.publicKeyPem);
    else if (line.kind === 'seal') this.#takeSeal(line);
    else if (line.kind === 'root') this.#takeRoot(line);
    else if (line.kind === 'end') {
      const isSame =
        line.sha256 === this.#sum.copy().digest('hex') &&
        line.events === this.#events &&
        line.seals === this.#seals &&
        line.roots === this.#roots;
      if (!isSame) throw new BrokenLine('checksumWrong', '-');
      this.#state = 'ended';
    } else throw new BrokenLine('notAChainFile', '-');
  }

  #takeSeal(seal: FileSeal): void {
    const { kind: _, hash, event, ...content } = seal;
    const place = `${seal.areaCode} ${seal.day} #${seal.seq}`;
    const chain = this.#chainOf(seal);
    if (seal.seq !== chain.seq + 1) throw new BrokenLine('sealMissing', place);
    if (seal.prevHash !== chain.hash || sealHash(content) !== hash) throw new BrokenLine('sealWrong', place);
    if (event !== undefined) this.#takeEvent(seal, event);
    else if (this.#isWhole) throw new BrokenLine('eventMissing', place);
    [chain.seq, chain.hash] = [seal.seq, hash];
    this.#seals += 1;
  }

  #chainOf({ day, areaCode }: FileSeal): Chain {
    const now = this.#chain;
    if (now?.day === day && now.areaCode === areaCode) return now;
    const isLater = now === null || day > now.day || (day === now.day && areaCode > now.areaCode);
    const isSigned = this.#root !== null && day <= this.#root.day;
    if (!isLater || isSigned) throw new BrokenLine('reordered', `${areaCode} ${day}`);
    const chain = { day, areaCode, seq: 0, hash: GENESIS };
    this.#chain = chain;
    this.#pending.push(chain);
    this.#areaDays += 1;
    return chain;
  }

  #takeEvent(seal: FileSeal, event: FileEvent): void {
    const place = `${event.subject} #${event.seq}`;
    const hash = eventHash({ id: seal.eventId, ...event, at: new Date(event.at) });
    if (hash !== seal.eventHash) throw new BrokenLine('contentAltered', place);
    const before = this.#subjects.get(event.subject);
    const isNext = before?.seq === event.seq - 1;
    if (isNext && before.hash !== event.prevHash) throw new BrokenLine('reordered', place);
    if (event.seq === 1 && event.prevHash !== GENESIS) throw new BrokenLine('reordered', place);
    this.#subjects.delete(event.subject);
    this.#subjects.set(event.subject, { seq: event.seq, hash });
    const [oldest] = this.#subjects.keys();
    if (this.#subjects.size > SUBJECTS && oldest !== undefined) this.#subjects.delete(oldest);
    this.#events += 1;
  }

  #takeRoot(root: FileRoot): void {
    const { day, areas, previousRootHash } = root;
    const broken = (why: FileFault): never => {
      throw new BrokenLine(why, day);
    };
    const before = this.#root;
    if (before !== null && day !== addDays(before.day, 1)) broken('rootMissing');
    if (before !== null && previousRootHash !== before.rootHash) broken('rootWrong');
    if (rootHash({ day, areas, previousRootHash }) !== root.rootHash) broken('rootWrong');
    const pem = (this.#trusted ?? this.#keys).get(root.keyId) ?? broken('keyUnknown');
    if (!isRootSignature(root, pem)) broken('rootSignatureWrong');
    for (const { day: chainDay, areaCode, seq, hash } of this.#pending) {
      const signed = areas.find((area) => area.areaCode === areaCode);
      if (chainDay !== day) broken('rootMissing');
      if (signed?.events !== seq || signed.lastHash !== hash) broken('sealMissing');
    }
    if (this.#coversAll && this.#pending.length !== areas.length) broken('sealMissing');
    this.#pending = [];
    this.#root = root;
    this.#signers.add(root.keyId);
    this.#roots += 1;
  }

  end(): void {
    if (this.#state === 'new') throw new BrokenLine('notAChainFile', '-');
    if (this.#state === 'open') throw new BrokenLine('cutShort', '-');
  }
}
