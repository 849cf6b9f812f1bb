import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { canonicalJson, publicKeyId, signText } from '../../../platform/audit/index.ts';
import type { Ctx } from '../../../platform/context.ts';
import { makePdf } from '../../../platform/pdf/index.ts';
import { PROJECT_ROOT } from '../../../platform/project-root.ts';
import type { CaseRecord } from '../../cases/index.ts';
import { officeName } from '../../complaints/index.ts';
import type { FileRecord } from '../../files/index.ts';
import { storedFiles } from '../../files/index.ts';
import { publicAddress } from '../../projects/index.ts';
import type { EvidenceRecord } from '../evidence.model.ts';
import { findEvidenceOfCase } from '../evidence.model.ts';
import { fingerprintsOfBytes } from '../fingerprints.ts';
import { packChain } from './pack-chain.ts';
import type { IndexLine } from './pack-index.ts';
import { indexPage, indexPaper } from './pack-index.ts';
import type { PackRecord } from './pack.model.ts';
import { extensionOf, packNames } from './pack-names.ts';
import { packParts } from './pack-parts.ts';
import type { PackEntry } from './pack-task.ts';
import { HOW_TO_VERIFY } from './pack-words.ts';

const FORMAT = 'anxin-evidence-pack-1';

/** An entry with what the manifest and the index say of it. */
interface Laid extends IndexLine {
  entry?: PackEntry;
}

export interface PackContents {
  entries: PackEntry[];
  /** The pieces that are in it. */
  packed: EvidenceRecord[];
  leftOut: number;
}

/** Everything a pack holds, with every hash known before the first byte is written; the manifest is signed here. */
export async function packContents(pack: PackRecord, record: CaseRecord, ctx: Ctx): Promise<PackContents> {
  const all = await findEvidenceOfCase(pack.caseId);
  const chosen = all.filter(({ _id }) => pack.evidenceIds?.includes(String(_id)) ?? true);
  // The simplest safe rule: who made a report is never led to by a pack, whoever it is for.
  const leftOut = chosen.filter(({ isHidden }) => isHidden).length;
  const shown = chosen.filter(({ isHidden }) => !isHidden);
  const nameOf = packNames();
  const pieces = await layPieces(shown, pack.useCopies, nameOf);
  const papers = await layPapers(pack.caseId, nameOf, ctx);
  const lines = [...pieces, ...papers];
  const words = {
    pack: { ...pack, leftOut },
    record,
    officeName: await officeName(record.officeCode, ctx),
    lines,
  };
  const chain = await packChain(record, all, [pack.startedBy.id]);
  const made = [
    await dataEntry('00-目录.pdf', await makePdf(indexPaper(words))),
    await dataEntry('00-目录.html', indexPage(words)),
    await dataEntry('00-验证说明.txt', HOW_TO_VERIFY),
    await dataEntry('chain/events.json', JSON.stringify(chain.events, null, 1)),
    await dataEntry('chain/days.json', JSON.stringify(chain.days, null, 1)),
    await dataEntry('chain/keys.json', JSON.stringify(chain.keys, null, 1)),
    await dataEntry('verify.mjs', await verifyProgram()),
  ];
  const files = [...lines.flatMap(listed), ...made.map((line) => line.listing)];
  const manifest = manifestOf(pack, record, { leftOut, files, chain: chain.head }, ctx);
  return {
    entries: [
      ...lines.flatMap(({ entry }) => entry ?? []),
      ...made.map(({ entry }) => entry),
      ...(await signedManifest(manifest)),
    ],
    packed: shown.filter(({ isWithdrawn }) => !isWithdrawn),
    leftOut,
  };
}

const verifyProgram = (): Promise<Buffer> =>
  readFile(new URL('server/features/evidence/packs/verify.mjs', PROJECT_ROOT));

type NameOf = ReturnType<typeof packNames>;

async function layPieces(
  pieces: readonly EvidenceRecord[],
  useCopies: boolean,
  nameOf: NameOf,
): Promise<Laid[]> {
  const copyOf = (piece: EvidenceRecord) => (useCopies ? piece.copies.at(-1) : undefined);
  const fileIds = pieces.flatMap((piece) => copyOf(piece)?.fileId ?? piece.fileId ?? []);
  const files = new Map((await storedFiles(fileIds)).map((file) => [String(file._id), file]));
  const laid: Laid[] = [];
  for (const piece of pieces) {
    const { title, frozen } = piece;
    const copy = copyOf(piece);
    if (piece.isWithdrawn) {
      laid.push({ piece, title, isCopy: false });
      continue;
    }
    const numbered = `${String(piece.number).padStart(3, '0')}-${title.replace(/\.[a-z0-9]{1,5}$/iu, '')}`;
    if (frozen !== undefined) {
      const path = nameOf('evidence', numbered, 'json');
      laid.push({ piece, isCopy: false, ...(await dataEntry(path, frozen, title)) });
      continue;
    }
    const file = files.get(copy?.fileId ?? piece.fileId ?? '');
    if (file === undefined) throw new Error(`evidence ${piece.number} has no file`);
    const path = nameOf('evidence', numbered, extensionOf(file.name), copy === undefined ? '' : '-遮盖');
    const sm3 = copy === undefined ? piece.sm3 : copy.sm3;
    laid.push({ ...storedEntry(path, file, title, sm3), piece, isCopy: copy !== undefined });
  }
  return laid;
}

async function layPapers(caseId: string, nameOf: NameOf, ctx: Ctx): Promise<Laid[]> {
  const laid: Laid[] = [];
  for (const { title, fileName, content } of await packParts(caseId, ctx)) {
    const number = String(laid.length + 1).padStart(3, '0');
    const path = nameOf(
      'papers',
      `${number}-${fileName.replace(/\.[a-z0-9]{1,5}$/iu, '')}`,
      extensionOf(fileName),
    );
    if ('bytes' in content) {
      laid.push({ isCopy: false, ...(await dataEntry(path, content.bytes, title)) });
      continue;
    }
    const [file] = await storedFiles([content.fileId]);
    if (file === undefined) throw new Error(`the paper ${path} has no file`);
    laid.push({ ...storedEntry(path, file, title), isCopy: false });
  }
  return laid;
}

function storedEntry(path: string, { sha256, bytes }: FileRecord, title: string, sm3?: string) {
  const entry: PackEntry = { path, bytes, sha256, from: { stored: true } };
  return { title, path, sha256, entry, ...(sm3 === undefined ? {} : { sm3 }) };
}

async function dataEntry(path: string, content: string | Buffer, title: string = path) {
  const data = Buffer.from(content);
  const prints = await fingerprintsOfBytes(data);
  const entry: PackEntry = { path, bytes: prints.bytes, sha256: prints.sha256, from: { data } };
  const { sha256, sm3 } = prints;
  return {
    title,
    path,
    sha256,
    ...(sm3 === undefined ? {} : { sm3 }),
    entry,
    listing: { path, ...prints, title },
  };
}

/** A line of the manifest; what was withdrawn has no file. */
function listed({ entry, sm3, piece, title }: Laid): object[] {
  if (entry === undefined) return [];
  const { path, bytes, sha256 } = entry;
  const number = piece === undefined ? {} : { number: piece.number };
  return [{ path, bytes, sha256, ...(sm3 === undefined ? {} : { sm3 }), ...number, title }];
}

function manifestOf(
  pack: PackRecord,
  record: CaseRecord,
  made: { leftOut: number; files: object[]; chain: object },
  ctx: Ctx,
): string {
  const { forWhom, recipient, reason, useCopies } = pack;
  const manifest = {
    format: FORMAT,
    madeAt: ctx.now.toISOString(),
    case: { number: record.caseNumber, title: record.title },
    ...{ forWhom, recipient, reason, useCopies },
    publishedAt: publicAddress('/public/roots'),
    ...made,
  };
  canonicalJson(manifest); // refuses what could be read in two ways
  return JSON.stringify(manifest, null, 1);
}

async function signedManifest(manifest: string): Promise<PackEntry[]> {
  const { entry } = await dataEntry('manifest.json', manifest);
  const signature = signText('evidence-pack', entry.sha256);
  const signed = { keyId: publicKeyId(), manifestSha256: entry.sha256, signature };
  return [entry, (await dataEntry('manifest.sig', JSON.stringify(signed, null, 1))).entry];
}
