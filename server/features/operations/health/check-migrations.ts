import type { HealthCheck } from '../../../core/contract/operations.ts';
import { findMigrations, listMigrations } from '../../../platform/migrations/index.ts';

/** Are the data in the form this program reads? A start brings them into it; half-way they show where they stand. */
export async function checkMigrations(): Promise<Omit<HealthCheck, 'name'>> {
  const records = await findMigrations();
  const recordOf = new Map(records.map((record) => [record._id, record]));
  const open = listMigrations().filter(({ number }) => recordOf.get(number)?.state !== 'done');
  const newest = records.at(-1);
  const facts = {
    form: newest?._id ?? 0,
    open: open.length,
    ...(newest === undefined ? {} : { writtenBy: newest.version }),
  };
  const [next] = open;
  if (next === undefined)
    return {
      level: 'good',
      zh: `数据结构是第 ${facts.form} 版，与程序相符`,
      en: `The data have form ${facts.form}, as the program wants`,
      facts,
    };
  const begun = recordOf.get(next.number);
  const stands = {
    ...facts,
    filled: begun?.filled ?? 0,
    ...(begun?.mark === undefined ? {} : { mark: begun.mark }),
  };
  if (begun?.fault !== undefined)
    return {
      level: 'bad',
      zh: `旧数据的整理“${next.name}”中断了：${begun.fault}`,
      en: `The migration ${next.name} stopped: ${begun.fault}`,
      facts: stands,
    };
  return {
    level: 'warning',
    zh: `旧数据还有 ${open.length} 项没有整理完，已整理 ${stands.filled} 条`,
    en: `${open.length} of the migrations are not done; ${stands.filled} records are`,
    facts: stands,
  };
}
