import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

interface FirstLoad {
  path: RegExp;
  link: string;
}

/** Proxies take headers of four kilobytes, all of them together. */
const LONGEST = 1_500;

/** Every screen begins by asking who is there. */
const SESSION = '</api/session>; rel=preload; as=fetch; crossorigin';

const announced = (file: string): string =>
  file.endsWith('.css') ? `</${file}>; rel=preload; as=style` : `</${file}>; rel=modulepreload`;

/**
 * What a browser is told together with a document, as a `Link` header: the files of this address's first screen, which
 * the build has listed. Undefined for addresses of which it says nothing.
 */
export function firstLoads(dist: string): (path: string) => string | undefined {
  const file = join(dist, 'first-loads.json');
  let known: { changed: number; rows: FirstLoad[] } = { changed: -1, rows: [] };
  const rows = (): FirstLoad[] => {
    const changed = statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
    if (changed !== known.changed) known = { changed, rows: changed === 0 ? [] : read(file) };
    return known.rows;
  };
  return (path) => rows().find((row) => row.path.test(path))?.link;
}

function read(file: string): FirstLoad[] {
  const listed = JSON.parse(readFileSync(file, 'utf8')) as { path: string; files: string[] }[]; // our own build's
  return listed.map(({ path, files }) => ({
    path: new RegExp(path, 'u'),
    link: withinLimit([SESSION, ...files.map(announced)]).join(', '),
  }));
}

/** The first of them, as many as a header may hold; what is left out is only fetched later. */
function withinLimit(links: readonly string[]): string[] {
  let length = 0;
  return links.filter((link) => (length += link.length + 2) <= LONGEST);
}
