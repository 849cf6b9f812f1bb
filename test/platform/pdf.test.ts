import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { drawPdf, makePdf } from '../../server/platform/pdf/index.ts';
import type { PdfDocument } from '../../server/platform/pdf/index.ts';
import { findFonts } from '../../server/platform/pdf/pdf-fonts.ts';

const SLIP: PdfDocument = {
  title: '工资条',
  size: 'A4',
  footer: '某某项目',
  content: [
    { text: '农民工工资支付表', bold: true, fontSize: 16 },
    {
      table: {
        body: [
          ['姓名', '实发工资'],
          ['阿依古丽·买买提', '5,200.00'],
        ],
      },
    },
    { qr: 'https://example.org/board?no=1', fit: 96 },
  ],
};

/** The streams of a PDF, unpacked where they are packed. */
function streamsOf(pdf: Buffer): string[] {
  const streams: string[] = [];
  const source = pdf.toString('latin1');
  for (const match of source.matchAll(/stream\r?\n/g)) {
    if (source.slice(match.index - 3, match.index) === 'end') continue;
    const start = match.index + match[0].length;
    const bytes = pdf.subarray(start, source.indexOf('endstream', start));
    try {
      streams.push(inflateSync(bytes).toString('latin1'));
    } catch {
      streams.push(bytes.toString('latin1')); // not packed
    }
  }
  return streams;
}

/** The text one would select and copy: glyph numbers of the pages, turned back by each face's own table. */
function textOf(pdf: Buffer): string {
  const streams = streamsOf(pdf);
  const faces = streams.filter((one) => one.includes('beginbfrange')).map(readGlyphs);
  return streams
    .filter((one) => /\bT[Jj]\b/.test(one))
    .map((page) => {
      const glyphs = [...page.matchAll(/<([0-9a-f]+)>/gi)].flatMap(
        ([, hex = '']) => hex.match(/.{4}/g) ?? [],
      );
      return faces
        .map((face) => glyphs.map((glyph) => face.get(Number.parseInt(glyph, 16)) ?? '').join(''))
        .join('\n');
    })
    .join('\n');
}

function readGlyphs(table: string): Map<number, string> {
  const glyphs = new Map<number, string>();
  for (const [, from = '', , list = ''] of table.matchAll(/<(\w+)>\s*<(\w+)>\s*\[([^\]]*)\]/g)) {
    const first = Number.parseInt(from, 16);
    [...list.matchAll(/<([0-9a-f]*)>/gi)].forEach(([, hex = ''], at) => {
      const units = hex.match(/.{4}/g) ?? [];
      glyphs.set(first + at, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    });
  }
  return glyphs;
}

const pageBoxes = (pdf: Buffer): string[] =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[([^\]]+)\]/g)].map(([, box = '']) => box);

describe('printing a document', function () {
  this.timeout(30_000);

  it('its text can be selected and copied, and every page says which of how many it is', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [`第${at}人`, '1.00']);
    const pdf = await makePdf({ ...SLIP, content: [SLIP.content, { table: { body: rows } }] });
    const text = textOf(pdf);
    for (const words of ['农民工工资支付表', '阿依古丽·买买提', '5,200.00', '某某项目', '第89人'])
      assert.ok(text.includes(words), words);
    const pages = pageBoxes(pdf).length;
    assert.ok(pages > 1);
    for (let page = 1; page <= pages; page += 1)
      assert.ok(text.replaceAll(' ', '').includes(`第${page}页，共${pages}页`), `page ${page}`);
  });

  it('a board is drawn on A3 lying down, without page numbers', async () => {
    const pdf = await makePdf({ ...SLIP, size: 'A3', orientation: 'landscape', withoutPageNumbers: true });
    assert.deepEqual(pageBoxes(pdf), ['0 0 1190.55 841.89']);
    assert.ok(!textOf(pdf).includes('共'));
  });

  it('a character the face does not have is told and named on the page, never silently a box', async () => {
    const { missing, bytes } = await drawPdf({ ...SLIP, content: ['张', { text: ['三', '\u{1FAE8}'] }] });
    assert.deepEqual(missing, ['\u{1FAE8}']);
    assert.ok(textOf(bytes).includes('U+1FAE8'));
    assert.deepEqual((await drawPdf(SLIP)).missing, []);
  });

  it('neither an address nor a file is opened for a picture', async () => {
    for (const image of ['http://127.0.0.1:9/x.png', '/etc/hostname', 'file:///etc/hostname'])
      await assert.rejects(
        makePdf({ ...SLIP, content: { image, width: 10 } }),
        /denied|Invalid image/,
        image,
      );
    assert.ok((await makePdf(SLIP)).length > 1_000, 'the thread goes on');
  });

  it('where the system has no Chinese face, the one that comes along is used', () => {
    const { normal, bold } = findFonts('/nowhere').fonts['Sans'] ?? {};
    assert.deepEqual(
      [normal, bold].map((file) => String(file).split('/').slice(-4).join('/')),
      [
        '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
        '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
      ],
    );
  });
});
