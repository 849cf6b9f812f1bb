import { inTransaction } from '../../platform/db.ts';
import { forgetBuckets } from './report-bucket.model.ts';
import { forgetEntries } from './report-entry.model.ts';
import { SOURCES } from './report-sources.ts';
import { renewRollUpMark } from './roll-up-mark.model.ts';

/**
 * Forgets what was kept and marks every record, in one transaction: from then on reports add the records themselves
 * until the next roll-up has counted them, so no figure is wrong in between.
 */
export async function rebuildReport(): Promise<void> {
  await inTransaction(async () => {
    await forgetBuckets();
    await forgetEntries();
    for (const source of SOURCES) await source.markAll();
    await renewRollUpMark();
  });
}
