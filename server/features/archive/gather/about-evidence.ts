import type { PdfContent } from '../../../platform/pdf/index.ts';
import { EVIDENCE_WORDS, evidenceOfCase } from '../../evidence/index.ts';
import type { EvidenceRecord } from '../../evidence/index.ts';
import { storedFiles } from '../../files/index.ts';
import type { FileItem } from '../bind-task.ts';
import type { LooseFile } from './loose-files.ts';

export interface EvidenceInFile {
  open: { items: FileItem[]; files: LooseFile[] };
  /** Came with a report: only in the inner volume. */
  hidden: { items: FileItem[]; files: LooseFile[] };
  /** Fingerprints of every piece, so that no file of the case is bound in twice. */
  known: Set<string>;
  hiddenPieces: number;
  withdrawn: string[];
}

/** A frozen record of so many letters is printed; a longer one is listed. */
const MOST_LETTERS = 6_000;

/** The evidence by number: interviews as they were signed, pictures in their last covered copy, records as text. */
export async function aboutEvidence(caseId: string): Promise<EvidenceInFile> {
  const found: EvidenceInFile = {
    open: { items: [], files: [] },
    hidden: { items: [], files: [] },
    ...{ known: new Set(), hiddenPieces: 0, withdrawn: [] },
  };
  for (const piece of await evidenceOfCase(caseId)) {
    found.known.add(piece.sha256);
    if (piece.isHidden) found.hiddenPieces += 1;
    if (piece.isWithdrawn) {
      if (!piece.isHidden) found.withdrawn.push(`证据 ${piece.number}（${piece.withdrawn?.reason ?? ''}）`);
      continue;
    }
    const into = piece.isHidden ? found.hidden : found.open;
    const laid = await layPiece(piece);
    if ('pages' in laid) into.items.push(laid);
    else into.files.push(laid);
  }
  return found;
}

async function layPiece(piece: EvidenceRecord): Promise<FileItem | LooseFile> {
  const { number, kind, frozen, obtainedOn, sha256 } = piece;
  const title = `证据 ${number}：${piece.title}`;
  const head = headOf(piece);
  if (kind === 'interview')
    return { section: 'interview', title: piece.title, date: obtainedOn, pages: { stored: sha256 } };
  const common = { section: 'evidence', title, date: obtainedOn } as const;
  if (frozen !== undefined && frozen.length <= MOST_LETTERS)
    return {
      ...common,
      pages: { draw: { content: [...head, `SHA-256 ${sha256}`, { text: readable(frozen), fontSize: 8 }] } },
    };
  if (frozen !== undefined)
    return { ...common, sha256, name: `证据${number}.json`, mime: 'application/json' };
  const copy = piece.copies.at(-1);
  const fileId = copy?.fileId ?? piece.fileId;
  const [file] = fileId === undefined ? [] : await storedFiles([fileId]);
  if (file === undefined) throw new Error(`evidence ${number} has no file`);
  const covered: PdfContent[] = copy === undefined ? [] : [`遮盖副本；原件 SHA-256 ${sha256}`];
  return {
    ...common,
    title: copy === undefined ? title : `${title}（遮盖副本）`,
    sha256: file.sha256,
    name: file.name,
    mime: file.mime,
    head: [...head, ...covered],
  };
}

const headOf = ({ kind, side, obtainedOn, obtainedBy, place, shows }: EvidenceRecord): PdfContent[] => [
  [EVIDENCE_WORDS.kind[kind], EVIDENCE_WORDS.side[side], obtainedOn, obtainedBy.name, place ?? '']
    .filter(Boolean)
    .join('；'),
  ...(shows === undefined ? [] : [`证明内容：${shows}`]),
];

/** The canonical text, one value a line: its bytes stand under the fingerprint, its words can be read. */
const readable = (frozen: string): string => JSON.stringify(JSON.parse(frozen), null, 1);
