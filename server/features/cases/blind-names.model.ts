import type { Step } from '../../platform/migrations/index.ts';
import { registerMigration } from '../../platform/migrations/index.ts';
import { pagesById } from '../../platform/walk-by-id.ts';
import { Cases } from './case.model.ts';
import type { CaseRecord } from './case.record.ts';
import { caseSearchFields } from './case-search.ts';
import { findJoined } from './joined-complaints.ts';

const FIELDS = {
  caseNumber: 1,
  title: 1,
  projectName: 1,
  complaintIds: 1,
  respondent: 1,
  primaryPayer: 1,
  firstPayer: 1,
  recourseAgainst: 1,
} as const;

/**
 * What cases are found by, made anew: those of before had the characters of their complainants' names open, and a new
 * blind-index key finds nothing of what an older one wrote.
 */
export async function refillCaseNames({ mark, keep }: Step): Promise<void> {
  for await (const page of pagesById<CaseRecord>(Cases, FIELDS, mark)) {
    for (const record of page) {
      const search = caseSearchFields(record, await findJoined(record.complaintIds));
      await Cases.updateOne({ _id: record._id }, { $set: search });
    }
    await keep(String((page.at(-1) ?? page[0])._id), page.length);
  }
}

registerMigration({ number: 4, name: 'caseNamesBlind', run: refillCaseNames });
