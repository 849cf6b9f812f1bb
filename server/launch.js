import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundled } from './bundle.js';
import './source-lines.js';

// `node server/launch.js server/start.ts [arguments]`: any program of the product, from a bundle that is as new as its
// sources. In plain JavaScript, because loading what reads TypeScript costs more than all that happens here.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const [node = '', , program = '', ...args] = process.argv;

process.argv = [node, resolve(ROOT, program), ...args];
await import(pathToFileURL(await fileToRun()).href);

/** What package.json does not name, or cannot be bundled here, runs from its source: only its start is slower. */
async function fileToRun() {
  try {
    const file = await bundled(ROOT, program);
    if (existsSync(file)) return file;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(error?.code))
      process.stderr.write(`${String(error?.message)}\n`);
  }
  const { register } = await import('tsx/esm/api');
  register();
  return resolve(ROOT, program);
}
