import { addDays } from '../../server/core/kit/plain-date.ts';
import type { FieldValue } from '../../server/core/lives/field.ts';
import { DEMO_COMPANY_ID } from '../../server/features/accounts/index.ts';
import {
  listCertificates,
  moveCertificate,
  requestCertificate,
} from '../../server/features/certificates/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';

const companyId = DEMO_COMPANY_ID;

/** A certificate that holds, and a request that waits for the inspector; what is there already is left alone. */
export async function seedCertificates(ctx: Ctx): Promise<number> {
  const company = await staff('company');
  const inspector = await staff('inspector');
  const head = await staff('head');
  const on = (ago: number) => addDays(ctx.today, -ago);
  if ((await listCertificates({ companyId, limit: 1 }, inspector.on(on(0), 9))).items.length > 0) return 0;
  const ask = (purpose: string, ago: number) => {
    const given: Record<string, FieldValue> = { purpose, years: 2 };
    return requestCertificate({ companyId, given }, company.on(on(ago), 9));
  };
  const asked = await ask('演示：某道路工程投标', 12);
  const confirmed = { action: 'check', given: { isConfirmed: true } };
  const checked = await moveCertificate({ ...asked, ...confirmed }, inspector.on(on(11), 10));
  const issue = { action: 'issue', given: { validUntil: addDays(ctx.today, 60) } };
  await moveCertificate({ ...checked, ...issue }, head.on(on(10), 10));
  await ask('演示：某学校工程投标', 1);
  return 2;
}
