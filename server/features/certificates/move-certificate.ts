import type { CertificateView } from '../../core/contract/certificates.ts';
import type { MoveLife } from '../../core/contract/lives.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifePlan } from '../../platform/lives/index.ts';
import { moveLife } from '../../platform/lives/index.ts';
import { CERTIFICATE_KIND, certificatesWithin } from './certificate-kind.ts';
import type { CertificateRecord } from './certificate.model.ts';
import { certificateView } from './certificate-view.ts';
import { gatherCredit } from './gather-credit.ts';
import { issueCertificate } from './issue-certificate.ts';
import { isAtCounter, tellCompany, tellHeads } from './tell-certificate.ts';

export interface MoveCertificate extends MoveLife {
  id: string;
  action: string;
  version: number;
}

type Plan = LifePlan<CertificateRecord>;

/** What a step changes beside itself, and who is told. */
async function planOf(record: CertificateRecord, action: string, ctx: Ctx): Promise<Plan> {
  if (action === 'gatherAgain') {
    const credit = await gatherCredit(record.companyId, Number(record.facts['years'] ?? 1), ctx.today);
    return { set: { credit }, facts: { found: credit.facts.length } };
  }
  if (action === 'check') return { andAlso: (changed) => tellHeads(changed, ctx) };
  if (action === 'refuse') return { andAlso: (changed) => tellCompany(changed, 'certificateRefused', ctx) };
  if (action === 'revoke') return { andAlso: (changed) => tellCompany(changed, 'certificateRevoked', ctx) };
  if (action === 'expire') return { andAlso: (changed) => tellCompany(changed, 'certificateExpired', ctx) };
  if (action === 'withdraw' && isAtCounter(record, ctx))
    return { andAlso: (changed) => tellCompany(changed, 'certificateWithdrawn', ctx) };
  return {};
}

/** One step of a certificate, by its table; issuing draws the paper, too. */
export async function moveCertificate(asked: MoveCertificate, ctx: Ctx): Promise<CertificateView> {
  if (asked.action === 'issue') return issueCertificate(asked, ctx);
  const limits = await certificatesWithin(ctx);
  const changed = await moveLife(CERTIFICATE_KIND, asked, limits, ctx, (record) =>
    planOf(record, asked.action, ctx),
  );
  return certificateView(changed, ctx);
}
