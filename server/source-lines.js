import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';

// A stack names files and lines of the sources, not of the bundle. Node does that by itself when it is told to, but reads
// the map of every module there is and keeps it, some sixty megabytes. Here a map is read when a stack is asked for that
// goes through its file, and is forgotten again.
const BUNDLED = /\/server\/dist-\w+\/[^/]+\.js$/u;
const KEPT_MS = 10_000;
/** @type {Map<string, SourceMap | null>} */
const maps = new Map();

/** The map of a bundled file; null where it is gone, or none. */
function mapOf(url) {
  if (!maps.has(url)) {
    maps.set(url, readMap(url));
    setTimeout(() => maps.delete(url), KEPT_MS).unref();
  }
  return maps.get(url);
}

function readMap(url) {
  try {
    return new SourceMap(JSON.parse(readFileSync(fileURLToPath(`${url}.map`), 'utf8')));
  } catch {
    return null;
  }
}

/** @param {NodeJS.CallSite} site */
function lineOf(site) {
  const file = site.getFileName() ?? '';
  const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
  if (!BUNDLED.test(file) || line === null || column === null) return String(site);
  const entry = mapOf(file)?.findEntry(line - 1, column - 1);
  if (entry === undefined || !('originalSource' in entry)) return String(site);
  const source = fileURLToPath(new URL(entry.originalSource, file));
  return String(site).replace(
    `${file}:${line}:${column}`,
    () => `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`, // a path may hold a `$`
  );
}

/** What is wrong, as an engine writes it; an error may be made so that asking for it is another. */
function headOf(error) {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return '<error>';
  }
}

Error.prepareStackTrace = (error, sites) =>
  [headOf(error), ...sites.map((site) => `    at ${lineOf(site)}`)].join('\n');
