import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SmallDisk {
  path: string;
  freeBytes(): number;
  /** Takes room away until so much is left. */
  fill(leave: number): void;
  /** Gives back what was taken. */
  free(): void;
  close(): void;
}

/** A file system of its own, so that it can be filled to the last byte; null where this account may mount none. */
export function openSmallDisk(megabytes: number): SmallDisk | null {
  const path = mkdtempSync(join(tmpdir(), 'anxin-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'none', path]);
  if (mounted.status !== 0) {
    rmSync(path, { recursive: true, force: true });
    return null;
  }
  const ballast = join(path, 'ballast');
  const freeBytes = (): number => {
    const { bavail, bsize } = statfsSync(path);
    return bavail * bsize;
  };
  const free = (): void => rmSync(ballast, { force: true });
  return {
    path,
    freeBytes,
    free,
    fill: (leave) => {
      free();
      const bytes = freeBytes() - leave;
      try {
        if (bytes > 0) writeFileSync(ballast, Buffer.alloc(bytes, 'x'));
      } catch (error) {
        // Others write too: what fitted is there, and the disk is full.
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
      }
    },
    close: () => {
      spawnSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    },
  };
}

export const HOW_TO_GET_A_SMALL_DISK =
  'The tests of a full disk mount one in memory, which this account may not: run them as root.';
