import { fileTypeFromFile } from 'file-type';
import type { FileKind } from '../file-kinds.ts';
import { refused } from './content-fault.ts';
import type { FileBytes } from './file-bytes.ts';

/** What the first bytes say; `zip` is looked into by check-office. */
const BY_MIME: Readonly<Record<string, FileKind | 'zip'>> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/apng': 'png',
  'image/webp': 'webp',
  'application/pdf': 'pdf',
  'audio/mpeg': 'mp3',
  'audio/x-m4a': 'm4a',
  'audio/mp4': 'm4a',
  'audio/amr': 'amr',
  'audio/wav': 'wav',
  'audio/ogg': 'ogg',
  'audio/opus': 'ogg',
  'audio/ogg; codecs=opus': 'ogg',
  'video/webm': 'webm',
  'audio/webm': 'webm',
  'video/mp4': 'mp4',
  'video/x-m4v': 'mp4',
  'application/zip': 'zip',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'zip',
  'application/vnd.ms-excel.sheet.macroenabled.12': 'zip',
  'application/vnd.ms-word.document.macroenabled.12': 'zip',
};

/** Refusals a person can act on get their own words. */
const NAMED: Readonly<Record<string, string>> = {
  'image/heic': 'HEIC',
  'image/heif': 'HEIC',
  'image/heic-sequence': 'HEIC',
  'image/heif-sequence': 'HEIC',
  'image/avif': 'AVIF',
};

export async function sniffKind(file: FileBytes, head: Buffer): Promise<FileKind | 'zip'> {
  if (head.toString('latin1', 0, 5) === '#!AMR') return 'amr'; // wide-band AMR is unknown to the library
  const found = await fileTypeFromFile(file.path).catch(() => undefined);
  const kind = found === undefined ? undefined : BY_MIME[found.mime];
  if (kind !== undefined) return kind;
  if (found?.mime === 'application/x-cfb') throw await oldOffice(file);
  throw refused(
    textKind(head) ??
      NAMED[found?.mime ?? ''] ??
      found?.ext.toUpperCase() ?? { zh: '无法识别的类型', en: 'unknown type' },
  );
}

/** The stream of a password-protected document, named in UTF-16 in the container's directory. */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** Containers of the old kind hold either a document of before 2007 or one of today behind a password. */
async function oldOffice(file: FileBytes): Promise<Error> {
  const isLocked = await file.includes(ENCRYPTED_PACKAGE);
  return isLocked
    ? refused({ zh: '设有打开密码的 Office 文件', en: 'password-protected Office file' }, 'encrypted')
    : refused({ zh: '旧版 Office 文件（.doc、.xls）', en: 'old Office file (.doc, .xls)' }, 'oldExcel');
}

function textKind(head: Buffer): string | undefined {
  const text = head.toString('utf8');
  if (/<svg[\s>]/i.test(text)) return 'SVG';
  return /<(?:!doctype|html|head|body|script)[\s>]/i.test(text) ? 'HTML' : undefined;
}
