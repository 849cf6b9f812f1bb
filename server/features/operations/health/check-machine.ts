import { statfs } from 'node:fs/promises';
import mongoose from 'mongoose';
import type { HealthCheck } from '../../../core/contract/operations.ts';
import type { Ctx } from '../../../platform/context.ts';
import type { OperationsSettings } from '../operations.settings.ts';

type Finding = Omit<HealthCheck, 'name'>;

/** Leases and codes are judged by the clock: instances and store must agree to a few seconds. */
const SKEW = { warningMs: 2_000, badMs: 30_000 };
/** Warned while there is still time to act. */
const DISK_WARNING_SHARE = 0.1;
const MB = 1024 * 1024;
const GB = 1024 * MB;

/** Do this machine's clock and the store's agree? */
export async function checkClock({ now }: Pick<Ctx, 'now'>): Promise<Finding> {
  const hello = await mongoose.connection.db?.admin().command({ hello: 1 });
  const theirs: unknown = hello?.['localTime'];
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!(theirs instanceof Date))
    return {
      level: 'unknown',
      zh: '数据服务没有报告时间',
      en: 'The store does not tell its time',
      facts: { timeZone },
    };
  const skewMs = Math.abs(theirs.getTime() - now.getTime());
  const level = skewMs > SKEW.badMs ? 'bad' : skewMs > SKEW.warningMs ? 'warning' : 'good';
  return {
    level,
    zh: `与数据服务相差 ${(skewMs / 1000).toFixed(1)} 秒；日期一律按北京时间计算`,
    en: `${(skewMs / 1000).toFixed(1)} s apart from the store; days are counted in Asia/Shanghai`,
    facts: { skewMs, timeZone },
  };
}

/** Is there room left for uploads and for the embedded store? */
export async function checkDisk({
  dataDir,
  minFreeBytes,
}: Pick<OperationsSettings, 'dataDir' | 'minFreeBytes'>): Promise<Finding> {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  const freeBytes = bavail * bsize;
  const totalBytes = blocks * bsize;
  const level =
    freeBytes < minFreeBytes ? 'bad' : freeBytes < totalBytes * DISK_WARNING_SHARE ? 'warning' : 'good';
  const [free, floor] = [inWords(freeBytes), inWords(minFreeBytes)];
  const isLow = level === 'bad';
  return {
    level,
    zh: `数据所在磁盘剩余 ${free}${isLow ? `，低于下限 ${floor}（DISK_FLOOR_MB），已停止接收上传` : ''}`,
    en: `${free} free on the disk that holds the data${isLow ? `, below the floor of ${floor} (DISK_FLOOR_MB): uploads are refused` : ''}`,
    facts: { freeBytes, totalBytes, minFreeBytes },
  };
}

const inWords = (bytes: number): string =>
  bytes < GB ? `${Math.round(bytes / MB)} MB` : `${(bytes / GB).toFixed(1)} GB`;
