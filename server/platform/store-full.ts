/** The embedded store's own word for a disk without room; nothing was written then. */
export const STORE_FULL = 14031;

const isStoreFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === STORE_FULL;

/**
 * For what is noted beside an answer ("last seen") and must not keep anybody from it: without room on the disk the note
 * is left out and reading goes on.
 */
export async function ifThereIsRoom<Result, Other>(
  write: () => PromiseLike<Result>,
  otherwise: () => Other,
): Promise<Result | Other> {
  try {
    return await write();
  } catch (error) {
    if (!isStoreFull(error)) throw error;
    return otherwise();
  }
}
