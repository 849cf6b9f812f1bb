import { expireCertificates } from '../../server/features/certificates/index.ts';
import { endPublicationTerms } from '../../server/features/publications/index.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Job } from '../../server/platform/jobs/index.ts';

/** Publications and certificates whose last day has passed are closed; nobody was shown them any more. */
export function endPublicTerms(): Job {
  return {
    async run({ today, now, signal }) {
      const ctx = systemCtx('endPublicTerms', { today, now });
      return {
        publicationsEnded: await endPublicationTerms(ctx, signal),
        certificatesExpired: await expireCertificates(ctx, signal),
      };
    },
  };
}
