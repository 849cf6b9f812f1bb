import { existsSync, mkdirSync } from 'node:fs';
import { copyFile, readdir, rename } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { MongoClient } from 'mongodb';
import { syncFile, syncFolder } from '../files/durable-disk.ts';
import { DATA_FILE, damaged, inspectDataFile } from './data-file.ts';
import { endpointOf, USUAL_TRANSPORT } from './endpoint.ts';

/** Copies the running store into a folder as of one moment, while work goes on. */
export async function backupStore({ uri, out }: { uri: string; out: string }): Promise<void> {
  const to = resolve(out);
  mkdirSync(to, { recursive: true, mode: 0o700 });
  if ((await readdir(to)).length > 0) throw new Error(`The folder ${to} is not empty`);
  const client = await MongoClient.connect(uri);
  try {
    await client.db('admin').command({ anxinBackup: 1, to });
  } finally {
    await client.close();
  }
}

/** Puts a backup into a folder that holds no store; a copy that was cut short is refused. */
export async function restoreStore({ from, dir }: { from: string; dir: string }): Promise<void> {
  const source = join(resolve(from), DATA_FILE);
  if (!existsSync(source)) throw new Error(`There is no backup in ${from}`);
  if (await endpointOf(dir, USUAL_TRANSPORT).isServed())
    throw new Error(`The store in ${dir} is running; stop it first`);
  if (existsSync(join(dir, DATA_FILE)))
    throw new Error(`There is a store in ${dir} already; move it away first`);
  if (inspectDataFile(resolve(from)) !== 'whole') throw damaged(source, 'it is cut short');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  // Under its name it is whole from the first moment: who is interrupted before that finds no store there.
  const aside = join(dir, `${DATA_FILE}.restoring`);
  await copyFile(source, aside);
  await syncFile(aside);
  await rename(aside, join(dir, DATA_FILE));
  await syncFolder(dir);
}
