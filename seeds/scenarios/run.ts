import { AppError } from '../../server/platform/app-error.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import { openAwayInspector, openSecondInspector } from '../demo-office.ts';
import { papersOfACase } from '../documents/papers-of-a-case.ts';
import { wholeEvidence } from '../evidence/whole-evidence.ts';
import { anonymousReport, isReportTold } from './anonymous-report.ts';
import { demandedRecords } from './demanded-records.ts';
import { freshComplaints } from './fresh-complaints.ts';
import { groupOf30WithPartialPayment } from './group-of-30-with-partial-payment.ts';
import { groupThatColleaguesJoin } from './group-that-colleagues-join.ts';
import { joinedDuplicates } from './joined-duplicates.ts';
import { onTime } from './on-time.ts';
import { overdueAndExtended } from './overdue-and-extended.ts';
import { isOwnComplaintTold, ownComplaintOfTheDemoWorker } from './own-complaint-of-the-demo-worker.ts';
import { awayAndRecused } from './away-and-recused.ts';
import { pendingWithTheHead } from './pending-with-the-head.ts';
import { proceedingsUnderWay } from './proceedings.ts';
import { refusedToArbitration } from './refused-to-arbitration.ts';
import { seedRegistry } from './registry.ts';
import { areVisitsTold, routineVisitsAndOutreach } from './routine-visits-and-outreach.ts';
import type { Scene } from './scene.ts';
import { openScene } from './scene.ts';
import { transferredAndReturned } from './transferred-and-returned.ts';
import { withdrawnUnderDoubt } from './withdrawn-under-doubt.ts';

interface Scenario {
  tell: (scene: Scene) => Promise<void>;
  /** Where no number of a channel says so. */
  isTold?: (scene: Scene) => Promise<boolean>;
}

/** Told in the order in which they began. */
const SCENARIOS: readonly Scenario[] = [
  { tell: overdueAndExtended },
  { tell: pendingWithTheHead },
  { tell: proceedingsUnderWay },
  { tell: onTime },
  { tell: awayAndRecused },
  { tell: papersOfACase },
  { tell: wholeEvidence },
  { tell: demandedRecords },
  { tell: groupOf30WithPartialPayment },
  { tell: groupThatColleaguesJoin },
  { tell: ownComplaintOfTheDemoWorker, isTold: isOwnComplaintTold },
  { tell: refusedToArbitration },
  { tell: withdrawnUnderDoubt },
  { tell: transferredAndReturned },
  { tell: joinedDuplicates },
  { tell: routineVisitsAndOutreach, isTold: areVisitsTold },
  { tell: anonymousReport, isTold: isReportTold },
  { tell: freshComplaints },
];

/**
 * The demo office's own matters, each on working days before today, so that the demo is alive whenever it is loaded.
 * Each is told in one transaction: it is there from end to end, or not at all and told at the next start.
 */
export async function seedScenarios(ctx: Ctx, dataDir: string): Promise<number> {
  await openSecondInspector(ctx);
  await openAwayInspector(ctx);
  const scene = await openScene(ctx, dataDir, await seedRegistry(ctx));
  let told = 0;
  for (const { tell, isTold } of SCENARIOS) {
    if ((await isTold?.(scene)) !== true) told += await once(() => tell(scene));
  }
  return told;
}

/** The number a complaint came under says that it was told before: nothing of it has been written then. */
async function once(tell: () => Promise<void>): Promise<number> {
  try {
    await inTransaction(tell);
    return 1;
  } catch (error) {
    if (error instanceof AppError && error.code === 'alreadyExists') return 0;
    throw error;
  }
}
