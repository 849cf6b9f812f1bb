import type { Finding } from './rule.ts';

/** What has been so longest comes first; on the same day the name decides, so that every run lists alike. */
export function compareFindings(a: Finding, b: Finding): number {
  if (a.since !== b.since) return a.since < b.since ? -1 : 1;
  return a.about < b.about ? -1 : a.about > b.about ? 1 : 0;
}
