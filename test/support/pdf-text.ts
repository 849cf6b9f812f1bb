import { inflateSync } from 'node:zlib';

/** The text of every page, as one would select and copy it; what a page says is found through its own faces. */
export function pageTexts(pdf: Buffer): string[] {
  const source = pdf.toString('latin1');
  const table = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(source.slice(-80))?.[1];
  const entries = [...source.slice(Number(table)).matchAll(/(\d{10}) \d{5} ([nf])/g)];
  const objects = new Map<number, string>();
  for (const [number, [, offset, kind]] of entries.entries())
    if (kind === 'n') objects.set(number, objectAt(source, Number(offset)));
  const object = (number: string | undefined): string => objects.get(Number(number)) ?? '';
  const root = object(/\/Root (\d+) 0 R/.exec(source.slice(Number(table)))?.[1]);
  const tree = object(/\/Pages (\d+) 0 R/.exec(root)?.[1]);
  const kids = /\/Kids \[([^\]]*)\]/.exec(tree)?.[1] ?? '';
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, page]) => {
    const words = object(page);
    const resources = object(/\/Resources (\d+) 0 R/.exec(words)?.[1]);
    const fonts = /\/Font\s*<<([\s\S]*?)>>/.exec(resources)?.[1] ?? '';
    const faces = new Map(
      [...fonts.matchAll(/\/(\w+) (\d+) 0 R/g)]
        // A name that leads to anything but a face shows nothing.
        .filter(([, , number]) => /\/Type \/Font\b/.test(object(number)))
        .map(([, name = '', number]) => [
          name,
          glyphsOf(streamOf(object(/\/ToUnicode (\d+) 0 R/.exec(object(number))?.[1]))),
        ]),
    );
    const contents = /\/Contents (?:\[([^\]]*)\]|(\d+ 0 R))/.exec(words);
    return [...(contents?.[1] ?? contents?.[2] ?? '').matchAll(/(\d+) 0 R/g)]
      .map(([, number]) => said(streamOf(object(number)), faces))
      .join('');
  });
}

function objectAt(source: string, offset: number): string {
  const length = /\/Length (\d+)/.exec(source.slice(offset, source.indexOf('endobj', offset)))?.[1];
  const stream = source.indexOf('\nstream\n', offset);
  const end = source.indexOf('endobj', offset);
  return stream < 0 || stream > end
    ? source.slice(offset, end)
    : source.slice(offset, stream + 8 + Number(length));
}

function streamOf(object: string): string {
  const at = object.indexOf('\nstream\n');
  if (at < 0) return '';
  const bytes = Buffer.from(object.slice(at + 8), 'latin1');
  return object.slice(0, at).includes('/FlateDecode')
    ? inflateSync(bytes).toString('latin1')
    : bytes.toString('latin1');
}

/** Glyph numbers turned back by the face's own table. */
function glyphsOf(table: string): Map<number, string> {
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

function said(content: string, faces: ReadonlyMap<string, Map<number, string>>): string {
  let face: Map<number, string> | undefined;
  let text = '';
  for (const [, name, show] of content.matchAll(/\/(\w+) [\d.]+ Tf|(\[[^\]]*\] TJ|\(\d+\) Tj|\bBT\b)/g)) {
    if (name !== undefined) face = faces.get(name);
    else if (show === 'BT' || face === undefined) continue;
    else if (show?.startsWith('(') === true) text += /\d+/.exec(show)?.[0] ?? '';
    else
      for (const [, hex = ''] of (show ?? '').matchAll(/<([0-9a-f]+)>/gi))
        text += (hex.match(/.{4}/g) ?? []).map((one) => face?.get(Number.parseInt(one, 16)) ?? '').join('');
  }
  return text;
}
