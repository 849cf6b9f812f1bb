import type { Migration } from '../../server/platform/migrations/index.ts';

/** Runs a migration over the test store from a mark on; answers how much it filled and where it stood last. */
export async function runMigration(
  run: Migration['run'],
  mark?: string,
): Promise<{ filled: number; mark: string | undefined }> {
  const done = { filled: 0, mark };
  await run({
    mark,
    keep: (place, more) => {
      done.filled += more;
      done.mark = place;
      return Promise.resolve();
    },
  });
  return done;
}
