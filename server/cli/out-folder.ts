import { mkdir, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';

/**
 * Makes the folder a command writes into, one level after the other, and says in words when it cannot: asked to make
 * all levels at once, Node tries for ever below a place where nothing can be made.
 */
export async function outFolder(path: string): Promise<string> {
  const folder = resolve(path);
  const missing: string[] = [];
  for (let at = folder; !(await isFolder(at)); at = dirname(at)) missing.unshift(at);
  for (const one of missing)
    await mkdir(one).catch((error: unknown) => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'error';
      if (code !== 'EEXIST') throw refused(one, code);
    });
  return folder;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  if (found !== null && !found.isDirectory()) throw refused(path, 'ENOTDIR');
  return found !== null;
}

const refused = (path: string, code: string): Error =>
  new Error(`--out: 不能在这里建立文件夹 / no folder can be made here: ${path} (${code})`);
