import { Buffer } from 'node:buffer';
import type { ZipDirectory } from '../workbooks/zip-directory.ts';
import { openZip, readPart } from '../workbooks/zip-directory.ts';
import { WorkbookFault } from '../workbooks/workbook-fault.ts';
import { WordFault } from './word-fault.ts';

const MB = 1024 * 1024;
/** A template is a page or two of text. */
export const TEMPLATE_LIMITS = { fileBytes: 2 * MB, entries: 100, totalBytes: 12 * MB } as const;
const MAIN = 'wordprocessingml.document.main+xml';

const refuse = (zh: string, en: string): never => {
  throw new WordFault(zh, en);
};

/** Throws unless the bytes are a plain, small Word file that runs nothing and fetches nothing. */
export async function openDocx(given: Uint8Array): Promise<void> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  if (bytes.length > TEMPLATE_LIMITS.fileBytes)
    refuse(
      `模板超过 ${TEMPLATE_LIMITS.fileBytes / MB} MB，请删去图片后再上传`,
      `The template is over ${TEMPLATE_LIMITS.fileBytes / MB} MB; take pictures out and upload it again`,
    );
  if (bytes.toString('latin1', 0, 4) !== 'PK\x03\x04') notWord();
  try {
    const directory = await openZip(bytes);
    await checkParts(directory);
  } catch (error) {
    if (error instanceof WordFault) throw error;
    if (error instanceof WorkbookFault || error instanceof Error)
      refuse(
        '文件已损坏、加密或压缩异常，未读取；请用 Word 另存为 .docx 后再上传',
        'The file is broken, locked or packed irregularly and was not read; save it as .docx and upload it again',
      );
    throw error;
  }
}

const notWord = (): never =>
  refuse(
    '这不是 Word 文档（.docx）；请另存为 .docx 后再上传',
    'This is no Word document (.docx); save it as .docx and upload it again',
  );

async function checkParts(directory: ZipDirectory): Promise<void> {
  const { entries } = directory;
  if (!entries.has('[Content_Types].xml') || !entries.has('word/document.xml')) notWord();
  const total = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (entries.size > TEMPLATE_LIMITS.entries || total > TEMPLATE_LIMITS.totalBytes)
    refuse(
      '文档过于复杂，未读取；请只保留文字和表格',
      'The document is too complex; keep texts and tables only',
    );
  const types = await readPart(directory, '[Content_Types].xml');
  const names = [...entries.keys()];
  if (/macroEnabled|vbaProject/iu.test(types) || names.some((name) => /vbaProject|activeX/iu.test(name)))
    refuse(
      '文档含有宏或控件，未读取；请另存为不含宏的 .docx',
      'The document holds macros; save it without them',
    );
  if (!types.includes(MAIN)) notWord();
  if (names.some((name) => /embeddings\/|oleObject|afchunk/iu.test(name)))
    refuse(
      '文档嵌入了其他文件，未读取；请删去嵌入对象',
      'Other files are embedded in the document; take them out',
    );
  for (const name of names) {
    if (!/\.(?:rels|xml)$/iu.test(name)) continue;
    const text = await readPart(directory, name);
    if (/<!DOCTYPE|<!ENTITY/iu.test(text))
      refuse('文档结构异常，未读取', 'The document is irregular and was not read');
    if (/\.rels$/iu.test(name)) checkRelations(text);
  }
}

function checkRelations(text: string): void {
  if (/TargetMode\s*=\s*["']External/iu.test(text))
    refuse(
      '文档引用了外部内容（链接、图片或模板），未采用；请删去后再上传',
      'The document refers to something outside itself (a link, picture or template); take it out and upload it again',
    );
  if (/aFChunk|\/oleObject|\/vbaProject|subDocument/u.test(text))
    refuse(
      '文档嵌入了其他文件，未读取；请删去嵌入对象',
      'Other files are embedded in the document; take them out',
    );
}
