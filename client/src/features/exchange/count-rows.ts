import type { BundleCounts } from '../../../../server/core/contract/standard-data.ts';

const KINDS = ['projects', 'companies', 'teams', 'workers', 'attendance', 'payrolls'] as const;

/** One row a kind, in the order in which they are taken in. */
export const countRows = (counts: BundleCounts) => KINDS.map((kind) => ({ kind, ...counts[kind] }));

/** Is there anything in it that is not on record? */
export const addsAnything = (counts: BundleCounts): boolean => countRows(counts).some(({ made }) => made > 0);
