import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { MARK_FILE, readMark } from './backup-mark.ts';
import type { BackupMark } from './backup-mark.ts';

/** A folder in which backups lie by the moment they were made. */
const NAME = /^anxin-\d{8}T\d{6}Z$/u;
export const PARTIAL = /^\.anxin-\d{8}T\d{6}Z\.partial$/u;

/** `anxin-20261122T020000Z`, and the name it has until it is whole. */
export function shelfNames(now: Date): { name: string; partial: string } {
  const name = `anxin-${now.toISOString().replace(/[-:]|\.\d+/gu, '')}`;
  return { name, partial: `.${name}.partial` };
}

export interface ShelvedBackup {
  folder: string;
  mark: BackupMark;
}

/** Whole backups of a folder, the oldest first; what cannot be read is left out. */
export function shelvedBackups(root: string): ShelvedBackup[] {
  const names = readdirSync(root).filter((name) => NAME.test(name));
  return names
    .flatMap((name): ShelvedBackup[] => {
      const folder = join(root, name);
      try {
        return [{ folder, mark: readMark(folder) }];
      } catch {
        return [];
      }
    })
    .sort((a, b) => (a.mark.madeAt < b.mark.madeAt ? -1 : 1));
}

/** The backup itself, or of a folder of backups the last one made at or before a moment. */
export function chooseBackup(from: string, at: Date | null): ShelvedBackup {
  if (existsSync(join(from, MARK_FILE)) || !existsSync(from)) return { folder: from, mark: readMark(from) };
  const all = shelvedBackups(from);
  const chosen = all.filter(({ mark }) => at === null || new Date(mark.madeAt) <= at).at(-1);
  if (chosen !== undefined) return chosen;
  if (all[0] === undefined) return { folder: from, mark: readMark(from) };
  throw new Error(
    `最早的备份是 ${beijingTime(all[0].mark.madeAt)}（北京时间）的，没有更早的 / the oldest backup was made at ${beijingTime(all[0].mark.madeAt)} Beijing time, there is none before: ${from}`,
  );
}

/** As `--at` is written, so that the two can be compared. */
export function beijingTime(moment: string): string {
  const shifted = new Date(new Date(moment).getTime() + 8 * 3_600_000);
  return shifted.toISOString().slice(0, 19);
}

/** Removes the oldest whole backups beyond so many, and what a killed backup left half made. */
export function pruneShelf(root: string, keep: number): string[] {
  const old = shelvedBackups(root)
    .slice(0, -keep)
    .map(({ folder }) => folder);
  const halves = readdirSync(root).filter((name) => PARTIAL.test(name));
  for (const folder of [...old, ...halves.map((name) => join(root, name))]) {
    // Without its mark it is no backup any more, however far the removal gets.
    rmSync(join(folder, MARK_FILE), { force: true });
    rmSync(folder, { recursive: true, force: true });
  }
  return old;
}
