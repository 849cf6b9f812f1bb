import type { mongo } from 'mongoose';
import type { HealthCheck } from '../../../core/contract/operations.ts';
import { elapsed } from '../../../platform/clock.ts';
import { openDb } from '../../../platform/db.ts';

type Finding = Omit<HealthCheck, 'name'>;

const SLOW_MS = 200;

/** Does the store answer, how fast, what is it and how large? The embedded one says that it stands alone. */
export async function checkStore(): Promise<Finding> {
  const before = elapsed();
  await openDb().command({ ping: 1 });
  const pingMs = Math.round((elapsed() - before) * 10) / 10;
  const info = await openDb().admin().command({ buildInfo: 1 });
  const embedded = isEmbedded(info);
  const size = await storeBytes();
  const facts = {
    pingMs,
    kind: embedded ? 'embedded' : 'mongodb',
    ...(size === null ? {} : { sizeBytes: size }),
  };
  const [zhNote, enNote] = embedded
    ? [
        '；内置存储，单机运行、没有副本，请按手册备份',
        '; the embedded store: one machine, no copy elsewhere, so back it up as the manual says',
      ]
    : ['', ''];
  const level = pingMs > SLOW_MS ? 'warning' : 'good';
  return {
    level,
    zh: `数据服务正常，响应 ${pingMs} 毫秒${zhNote}`,
    en: `The store answers in ${pingMs} ms${enNote}`,
    facts,
  };
}

/** The embedded store names itself in buildInfo. */
export function isEmbedded(info: mongo.BSON.Document): boolean {
  return JSON.stringify(info).toLowerCase().includes('embedded');
}

/** What the data take on the disk. */
export async function storeBytes(): Promise<number | null> {
  try {
    const stats = await openDb().command({ dbStats: 1 });
    const size = Number(stats['storageSize'] ?? stats['dataSize']);
    return Number.isFinite(size) ? size : null;
  } catch {
    return null; // a store may not offer it; the page then shows none
  }
}

/** Kind and version, for the list of versions. */
export async function storeVersion(): Promise<string> {
  const info = await openDb().admin().command({ buildInfo: 1 });
  return `${isEmbedded(info) ? 'embedded' : 'mongodb'} ${String(info['version'])}`;
}
