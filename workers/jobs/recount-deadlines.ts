import { recountWhenChanged } from '../../server/features/calendar/index.ts';
import { recountCases } from '../../server/features/cases/index.ts';
import { recountComplaints } from '../../server/features/complaints/index.ts';
import { recountDocuments } from '../../server/features/documents/index.ts';
import { LISTING_KIND } from '../../server/features/listings/index.ts';
import { recountPayDays } from '../../server/features/payroll/index.ts';
import { publicationKind } from '../../server/features/publications/index.ts';
import { releaseKind } from '../../server/features/releases/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { recountLives } from '../../server/platform/lives/index.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** After a notice or a local holiday changed the calendar, the running periods and the pay days of unpaid sheets are counted again; otherwise nothing. */
export function recountDeadlines(): Job {
  return {
    async run({ today, now, signal }) {
      const ctx = systemCtx('recountDeadlines', { today, now });
      return {
        complaintsMoved: await recountWhenChanged('complaints', () => recountComplaints(ctx, signal)),
        casesMoved: await recountWhenChanged('cases', () => recountCases(ctx, signal)),
        listingsMoved: await recountWhenChanged('listings', () => recountLives(LISTING_KIND, ctx, signal)),
        documentsMoved: await recountWhenChanged('documents', () => recountDocuments(ctx, signal)),
        publicationsMoved: await recountWhenChanged('publications', () =>
          recountLives(publicationKind(), ctx, signal),
        ),
        releasesMoved: await recountWhenChanged('releases', () =>
          // Their periods are counted alike, whichever of the two they are.
          recountLives(releaseKind('bondReturn'), ctx, signal),
        ),
        payDaysMoved: await recountWhenChanged('payDays', () => recountPayDays(ctx, signal)),
      };
    },
  };
}
