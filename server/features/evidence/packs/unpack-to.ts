import { createWriteStream } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';

/** Lays the files of a pack into a folder that is new or empty: whatever lay there would not be in the manifest. */
export async function unpackTo(zipPath: string, folder: string): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder}: 文件夹不是空的 / the folder is not empty`);
  const zip = await yauzl.openPromise(zipPath, { strictFileNames: true, autoClose: false });
  let files = 0;
  try {
    for await (const entry of zip.eachEntry()) {
      const to = join(folder, ...entry.fileName.split('/'));
      await mkdir(dirname(to), { recursive: true, mode: 0o700 });
      await pipeline(
        await zip.openReadStreamPromise(entry),
        createWriteStream(to, { flags: 'wx', mode: 0o600 }),
      );
      files += 1;
    }
  } finally {
    zip.close();
  }
  return files;
}
