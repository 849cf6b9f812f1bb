import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { Request, Response } from 'express';

/** In the order of preference, whatever order the browser names them in. */
const CODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

/**
 * The copy of this file that the browser takes and the build has laid beside it, announced in the answer's headers; the
 * file itself where there is none. Shared caches keep each copy apart.
 */
export function compressedCopy(file: string, req: Request, res: Response): string {
  res.vary('Accept-Encoding');
  for (const { name, ending } of CODINGS) {
    const copy = `${file}${ending}`;
    if (req.acceptsEncodings(name) !== name || !existsSync(copy)) continue;
    res.type(extname(file)).set('content-encoding', name);
    return copy;
  }
  return file;
}
