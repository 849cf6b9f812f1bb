import type { mongo } from 'mongoose';
import { ownForm } from './migration.ts';

/** The data were written by a newer version of the product: this one would misread them, and spoil what it writes. */
export class NewerStoreError extends Error {
  readonly code = 'storeNewer';
}

/** To be asked before anything is written, on any store, also one that was never used. */
export async function refuseNewerStore(db: mongo.Db, version: string): Promise<void> {
  const records = db.collection<{ _id: number; version: string }>('migrations');
  const newest = await records.findOne({}, { sort: { _id: -1 }, projection: { version: 1 } });
  const own = ownForm();
  if (newest === null || newest._id <= own) return;
  throw new NewerStoreError(
    `storeNewer: 数据已由较新的版本 ${newest.version} 改写（结构 ${newest._id}），本程序 ${version} 只认到结构 ${own}，` +
      `没有改动任何数据。请装回 ${newest.version} 或更新的版本；确要退回，先恢复升级之前的备份 / ` +
      `the data were rewritten by the newer version ${newest.version} (form ${newest._id}); this program ${version} knows forms up to ${own} ` +
      `and has changed nothing. Install ${newest.version} or newer; to go back, restore the backup made before the upgrade`,
  );
}
