import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

/** Below this a compressed copy saves no packet. */
const SMALLEST = 1_000;
/** Pictures and fonts are compressed already. */
const WORTH_IT = /\.(js|css|svg|html|json)$/u;

/**
 * Lays beside each file of the built pages what a browser gets instead of it: brotli as small as it can be made, and gzip
 * for browsers that do not know it. Once at the build, because it takes seconds where a request has milliseconds.
 */
export async function compressPages(dir: string): Promise<void> {
  const entries = await readdir(dir, { withFileTypes: true, recursive: true });
  const files = entries.filter((one) => one.isFile() && WORTH_IT.test(one.name));
  await Promise.all(files.map((one) => compressFile(join(one.parentPath, one.name))));
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < SMALLEST) return;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  await writeFile(`${path}.br`, await brotli(bytes, { params }));
  await writeFile(`${path}.gz`, await zip(bytes, { level: constants.Z_BEST_COMPRESSION }));
}
