import type { FilePurpose } from '../../../core/contract/files.ts';
import { AppError } from '../../../platform/app-error.ts';
import { WorkbookFault } from '../../../platform/workbooks/index.ts';
import { FILE_KINDS, PURPOSE_RULES, isImageKind } from '../file-kinds.ts';
import type { FileKind } from '../file-kinds.ts';
import { checkOffice } from './check-office.ts';
import { checkPdf } from './check-pdf.ts';
import { checkPicture } from './check-picture.ts';
import type { Picture } from './check-picture.ts';
import { RECORDING_CHECKS } from './check-recording.ts';
import { broken, ContentFault, refused } from './content-fault.ts';
import { FileBytes } from './file-bytes.ts';
import { refusePolyglot } from './foreign-bytes.ts';
import { sniffKind } from './sniff-kind.ts';
import { gate } from './gate.ts';

export interface Inspected {
  kind: FileKind;
  bytes: number;
  picture?: Picture;
}

/** Decoding takes memory and both cores: two at a time, the others wait in line. */
const inTurn = gate(2);

/** Says what a local file really is and throws unless it is whole, nothing besides, and of a kind its purpose takes. */
export function inspectContent(path: string, purpose: FilePurpose): Promise<Inspected> {
  return inTurn(() => inspect(path, purpose)).catch((error: unknown) => {
    if (!(error instanceof ContentFault)) throw error;
    if (error.workbook !== undefined && isForWorkbooks(purpose)) {
      const { zh, en } = new WorkbookFault(error.workbook);
      throw new AppError('workbookRefused', { zh, en });
    }
    const { why, whyEn } = error;
    if (error.kind === 'broken') throw new AppError('fileBroken', { why, whyEn });
    throw new AppError('fileTypeRefused', { why, whyEn, accepted: acceptedBy(purpose) });
  });
}

/** Whoever meant to send a workbook is told in a workbook's words what it is and what to do with it. */
const isForWorkbooks = (purpose: FilePurpose): boolean =>
  PURPOSE_RULES[purpose].kinds.every((kind) => kind === 'xlsx');

export const acceptedBy = (purpose: FilePurpose): string =>
  PURPOSE_RULES[purpose].kinds.map((kind) => FILE_KINDS[kind].label).join(', ');

const inspect = (path: string, purpose: FilePurpose): Promise<Inspected> =>
  FileBytes.use(path, async (file) => {
    if (file.size === 0) throw broken({ zh: '空文件', en: 'empty file' });
    const sniffed = await sniffKind(file, await file.head(1_024));
    const kind = sniffed === 'zip' ? await checkOffice(path) : sniffed;
    const { label } = FILE_KINDS[kind];
    if (!PURPOSE_RULES[purpose].kinds.includes(kind)) throw refused(label);
    if (sniffed !== 'zip') await refusePolyglot(file, label);
    if (isImageKind(kind)) return { kind, bytes: file.size, picture: await checkPicture(path, kind) };
    if (kind === 'pdf') await checkPdf(file);
    else if (kind !== 'xlsx' && kind !== 'docx') await RECORDING_CHECKS[kind](file);
    return { kind, bytes: file.size };
  });
