/** For a job: re-seals values written with older keys, at most `limit` documents; `left` > 0 means run again. */
export async function reencryptFields(_options?: {
  limit?: number;
}): Promise<{ resealed: number; left: number }> {
  throw new Error('not built yet');
}
