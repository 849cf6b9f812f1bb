import type { WordZip } from './fill-docx.ts';
import { WordFault } from './word-fault.ts';

/** What stands under an issued paper: a QR code that opens its public check, and the same in words. */
export interface PaperMark {
  qrPng: Uint8Array;
  lines: readonly string[];
}

const DOCUMENT = 'word/document.xml';
const RELATIONS = 'word/_rels/document.xml.rels';
const TYPES = '[Content_Types].xml';
const PICTURE = 'anxin-check.png';
const RELATION_ID = 'anxinCheck';
/** 24 mm in English Metric Units, as Word measures pictures. */
const EDGE = 864_000;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function part(zip: WordZip, name: string): string {
  const found = zip.file(name)?.asText();
  if (found === undefined)
    throw new WordFault('Word 文件缺少必要的部分', 'The Word file lacks a part it needs');
  return found;
}

/** Says in red above the text that this is a draft. */
export function markDraft(zip: WordZip, words: string): void {
  const run = `<w:r><w:rPr><w:b/><w:color w:val="C00000"/><w:sz w:val="28"/></w:rPr><w:t>${escaped(words)}</w:t></w:r>`;
  const line = `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${run}</w:p>`;
  zip.file(
    DOCUMENT,
    part(zip, DOCUMENT).replace(/<w:body>/u, (body) => body + line),
  );
}

/** Puts the check of an issued paper under its last line, whatever the area's template is. */
export function markIssued(zip: WordZip, { qrPng, lines }: PaperMark): void {
  zip.file(`word/media/${PICTURE}`, qrPng);
  const relation =
    `<Relationship Id="${RELATION_ID}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"` +
    ` Target="media/${PICTURE}"/>`;
  zip.file(RELATIONS, part(zip, RELATIONS).replace('</Relationships>', `${relation}</Relationships>`));
  const types = part(zip, TYPES);
  if (!/Extension="png"/iu.test(types))
    zip.file(TYPES, types.replace(/(<Types[^>]*>)/u, '$1<Default Extension="png" ContentType="image/png"/>'));
  const words = lines.map((line) => small(`<w:t>${escaped(line)}</w:t>`)).join('');
  const block = small(PICTURE_XML) + words;
  const xml = part(zip, DOCUMENT);
  const at = xml.lastIndexOf('<w:sectPr');
  const end = at === -1 ? xml.lastIndexOf('</w:body>') : at;
  zip.file(DOCUMENT, xml.slice(0, end) + block + xml.slice(end));
}

const small = (content: string): string =>
  '<w:p><w:pPr><w:spacing w:before="60" w:after="0"/></w:pPr>' +
  `<w:r><w:rPr><w:sz w:val="18"/></w:rPr>${content}</w:r></w:p>`;

const PICTURE_XML =
  '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0"' +
  ` distB="0" distL="0" distR="0"><wp:extent cx="${EDGE}" cy="${EDGE}"/><wp:docPr id="9001" name="check"/>` +
  '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">' +
  '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
  '<pic:nvPicPr><pic:cNvPr id="9001" name="check"/><pic:cNvPicPr/></pic:nvPicPr>' +
  '<pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"' +
  ` r:embed="${RELATION_ID}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
  `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${EDGE}" cy="${EDGE}"/></a:xfrm>` +
  '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>';
