import { Buffer } from 'node:buffer';
import { createRequire } from 'node:module';
import { PROJECT_ROOT } from '../project-root.ts';
import type { FontChoice } from './pdf-fonts.ts';

/** What is used of the two libraries; their own types would bring a browser's globals into the server. */
interface Fontkit {
  openSync(path: string, face?: string): unknown;
  registerFormat(format: object): void;
}
interface KeptFiles {
  writeFileSync(name: string, content: Buffer): void;
}

const MARK = 'AnxinFace';
const faces: unknown[] = [];

/**
 * A format of faces for the library that reads them: a few letters that name one which is open already. A Chinese face
 * holds sixty thousand characters; reading its tables takes longer than drawing a paper, and each paper would read them.
 */
class OpenedFace {
  static probe(bytes: Uint8Array): boolean {
    return bytes.length === MARK.length + 1 && Buffer.from(bytes).toString('latin1').startsWith(MARK);
  }

  constructor({ buffer }: { buffer: Uint8Array }) {
    const face = faces[buffer[MARK.length] ?? -1];
    if (face === undefined) throw new Error('no such face is open');
    return face as OpenedFace; // what the library asked for: an open face in its place
  }
}

/** The very copy of a library that the layout's own library uses, wherever it lies. */
function asTheLayoutDoes(name: string): unknown {
  const ofLayout = createRequire(createRequire(PROJECT_ROOT).resolve('pdfmake'));
  const ofDrawing: (name: string) => unknown = createRequire(ofLayout.resolve('pdfkit'));
  return ofDrawing(name);
}

/** Opens each face once for this thread; the names that come back stand for them in a definition. */
export function openFaces(fonts: FontChoice['fonts'], keep: KeptFiles): Record<string, object> {
  const fontkit = asTheLayoutDoes('fontkit') as Fontkit; // as its manual describes it
  fontkit.registerFormat(OpenedFace);
  const opened = new Map<string, string>();
  const open = (face: string | readonly [file: string, name: string]): string => {
    const [file, name] = typeof face === 'string' ? [face] : face;
    const key = `${file}#${name ?? ''}`;
    const known = opened.get(key);
    if (known !== undefined) return known;
    const called = `${MARK}/${faces.length}`;
    keep.writeFileSync(called, Buffer.from(`${MARK}${String.fromCharCode(faces.length)}`, 'latin1'));
    faces.push(fontkit.openSync(file, name));
    opened.set(key, called);
    return called;
  };
  return Object.fromEntries(
    Object.entries(fonts).map(([family, styles]) => [
      family,
      Object.fromEntries(Object.entries(styles).map(([style, face]) => [style, open(face)])),
    ]),
  );
}
