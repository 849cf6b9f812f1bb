import { BUNDLE_MOST_KB, type StandardBundle } from '../../../../server/core/contract/standard-data.ts';

/** The lists of a bundle, in the order in which they are taken in. */
export const BUNDLE_LISTS = ['subContractors', 'teams', 'workers', 'attendance', 'payrolls'] as const;
export type BundleList = (typeof BUNDLE_LISTS)[number];

/** A file as it was read here: what is in it, or why it is not worth sending. */
export type ReadBundle =
  | {
      state: 'ready';
      name: string;
      bytes: number;
      projectName: string;
      projectCode: string;
      counts: Record<BundleList, number>;
      /** What the server reads; it checks every field itself. */
      bundle: StandardBundle;
    }
  | { state: 'refused'; name: string; bytes: number; why: 'tooLarge' | 'notJson' | 'notBundle' };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Looks at the outside of a file only: the size, whether it is JSON, and what it says it holds. */
export async function readBundle(file: File): Promise<ReadBundle> {
  const { name, size: bytes } = file;
  const refused = (why: 'tooLarge' | 'notJson' | 'notBundle'): ReadBundle => ({
    ...{ state: 'refused', name, bytes, why },
  });
  if (bytes > BUNDLE_MOST_KB * 1024) return refused('tooLarge');
  let read: unknown;
  try {
    read = JSON.parse((await file.text()).replace(/^\uFEFF/u, ''));
  } catch {
    return refused('notJson');
  }
  if (!isObject(read) || !isObject(read['project'])) return refused('notBundle');
  const { project } = read;
  const counts = Object.fromEntries(
    BUNDLE_LISTS.map((list) => [list, Array.isArray(read[list]) ? read[list].length : 0]),
  ) as Record<BundleList, number>; // the keys are those of the list
  return {
    ...{ state: 'ready', name, bytes, counts },
    projectName: String(project['name'] ?? ''),
    projectCode: String(project['projectCode'] ?? ''),
    bundle: read as unknown as StandardBundle, // the server reads every field of it
  };
}
