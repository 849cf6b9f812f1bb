import { inTransaction } from '../../platform/db.ts';
import { changeBuckets } from './report-bucket.model.ts';
import type { ReportEntry } from './report-entry.model.ts';
import { findEntries, replaceEntries } from './report-entry.model.ts';
import type { Numbering } from './report-heads.ts';
import { numbersFor } from './report-heads.ts';
import type { HeadKind, ReportPart } from './report-part.ts';
import type { Source } from './report-sources.ts';
import { SOURCES } from './report-sources.ts';
import { rebuildReport } from './rebuild-report.ts';
import { isOfOldShape, renewRollUpMark } from './roll-up-mark.model.ts';

/** Records counted in one transaction. */
const BATCH = 500;

/**
 * Counts every record that changed since it was last counted: what it added then is taken back, what it adds now is
 * put in its place, and its mark is taken off, all in one transaction. So the kept figures are always those of the
 * records they say they count, whatever day a correction is about; what is still marked, the report adds by itself.
 */
export async function rollUpReport(signal?: AbortSignal): Promise<{ counted: number }> {
  if (await isOfOldShape()) await rebuildReport();
  return { counted: await countChanged(signal) };
}

export async function countChanged(signal?: AbortSignal): Promise<number> {
  let counted = 0;
  for (const source of SOURCES) {
    while (signal?.aborted !== true && (await source.findUncounted(1)).length > 0)
      counted += await inTransaction(() => rollUpBatch(source));
  }
  return counted;
}

async function rollUpBatch(source: Source): Promise<number> {
  const ids = await source.findUncounted(BATCH);
  if (ids.length === 0) return 0;
  const parts = await source.partsOf(ids);
  const numbers = await numbersFor([...parts.values()].flat(), { give: true });
  const entries: ReportEntry[] = [...parts].map(([id, own]) => ({
    _id: entryId(source, id),
    parts: own.map((one) => numbered(one, numbers)),
  }));
  const before = await findEntries(ids.map((id) => entryId(source, id)));
  const same = sameEntries(before, entries);
  const isChanged = ({ _id }: Pick<ReportEntry, '_id'>): boolean => !same.has(_id);
  const [gone, come] = [before.filter(isChanged), entries.filter(isChanged)];
  await changeBuckets(
    gone.flatMap((entry) => entry.parts),
    come.flatMap((entry) => entry.parts),
  );
  await replaceEntries(gone, come);
  await source.takeMarksOff(ids);
  await renewRollUpMark();
  return ids.length;
}

/** Most changes of a record are of nothing that is counted. */
function sameEntries(before: readonly ReportEntry[], now: readonly ReportEntry[]): Set<string> {
  const known = new Map(before.map(({ _id, parts }) => [_id, JSON.stringify(parts)]));
  return new Set(
    now.filter(({ _id, parts }) => known.get(_id) === JSON.stringify(parts)).map(({ _id }) => _id),
  );
}

export const entryId = ({ kind }: Pick<Source, 'kind'>, id: string): string => `${kind}:${id}`;

export function numbered(one: ReportPart, numbers: Numbering): ReportPart<number> {
  const of = (kind: HeadKind): number[] =>
    one[kind].flatMap((key) => {
      const number = numbers(kind, key);
      return number === undefined ? [] : [number];
    });
  return { ...one, people: of('people'), employers: of('employers') };
}
