import { findEntries } from './report-entry.model.ts';
import { numbersFor } from './report-heads.ts';
import type { HeadKind, ReportPart } from './report-part.ts';
import { SOURCES } from './report-sources.ts';
import { findRollUpMark } from './roll-up-mark.model.ts';
import { entryId } from './roll-up-report.ts';

/** What the records of one moment add to the figures kept by a roll-up, and what those must lose for it. */
export interface Changes {
  /** Names the roll-up; null before the first. */
  mark: string | null;
  gone: readonly ReportPart<number>[];
  /** Somebody who was never counted stands there by his key. */
  come: readonly ReportPart<number | string>[];
}

/** Reads every record that changed since it was counted, in the caller's transaction. */
export async function readChanges(): Promise<Changes> {
  const gone: ReportPart<number>[] = [];
  const come: ReportPart<number | string>[] = [];
  for (const source of SOURCES) {
    const ids = await source.findUncounted();
    if (ids.length === 0) continue;
    const before = await findEntries(ids.map((id) => entryId(source, id)));
    for (const { parts } of before) gone.push(...parts);
    const parts = [...(await source.partsOf(ids)).values()].flat();
    const numbers = await numbersFor(parts, { give: false });
    for (const one of parts) {
      const heads = (kind: HeadKind) => one[kind].map((key) => numbers(kind, key) ?? `${kind}:${key}`);
      come.push({ ...one, people: heads('people'), employers: heads('employers') });
    }
  }
  return { mark: await findRollUpMark(), gone, come };
}

/** Those of a kind, each with the sign it counts with. */
export function* signed(
  { gone, come }: Changes,
  counts: (part: Pick<ReportPart, 'officeCode' | 'day' | 'standing'>) => boolean,
): Generator<{ part: ReportPart<number | string>; sign: 1 | -1 }> {
  for (const part of gone) if (counts(part)) yield { part, sign: -1 };
  for (const part of come) if (counts(part)) yield { part, sign: 1 };
}
