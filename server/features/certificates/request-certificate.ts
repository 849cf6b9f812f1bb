import type {
  CertificateForm,
  CertificateView,
  RequestCertificate,
} from '../../core/contract/certificates.ts';
import { OPEN, UNOPENED } from '../../core/lives/life-table.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { actionsOpen, openLife } from '../../platform/lives/index.ts';
import { isOfficeOf } from '../../platform/office-reach.ts';
import { companyNamesOf, findCompanyRef, officeOf, ownCompanyIds } from '../companies/index.ts';
import { CERTIFICATE_KIND } from './certificate-kind.ts';
import { certificateSearch } from './certificate.model.ts';
import { certificateView } from './certificate-view.ts';
import { gatherCredit } from './gather-credit.ts';
import { isAtCounter, tellCompany, tellRequested } from './tell-certificate.ts';

/** A company the reader may ask for: its own, or at the counter one of the office's area; any other is not there. */
async function companyToAskFor(
  companyId: string,
  ctx: Ctx,
): Promise<{ id: string; name: string; areaCode: string; creditCode?: string }> {
  const found = await findCompanyRef(companyId);
  if (found === null) throw new AppError('notFound');
  const isOwn = (await ownCompanyIds(ctx)).includes(found.id);
  if (!isOwn && !isOfficeOf(ctx, found.areaCode)) throw new AppError('notFound');
  return found;
}

/** Asks for a certificate: what the records say of the company is gathered at once and frozen with the request. */
export async function requestCertificate(
  { companyId, given }: RequestCertificate,
  ctx: Ctx,
): Promise<CertificateView> {
  const company = await companyToAskFor(companyId, ctx);
  const { name, creditCode } = company;
  const fresh = {
    ...{ areaCode: officeOf(company.areaCode), companyId: company.id, companyName: name },
    ...(creditCode === undefined ? {} : { creditCode }),
    credit: { from: ctx.today, day: ctx.today, facts: [] },
    ...certificateSearch(name, [creditCode]),
  };
  const record = await openLife(CERTIFICATE_KIND, fresh, given, ctx, async (_opened, step) => {
    const years = Number(step.given['years']);
    const credit = await gatherCredit(company.id, years, ctx.today);
    return {
      set: { credit },
      facts: { companyId: company.id, found: credit.facts.length },
      andAlso: async (made) => {
        await tellRequested(made, ctx);
        if (isAtCounter(made, ctx)) await tellCompany(made, 'certificateAskedForYou', ctx);
      },
    };
  });
  return certificateView(record, ctx);
}

/** The form of a request, and for whom a company's own people may ask. */
export async function certificateForm(ctx: Ctx): Promise<CertificateForm> {
  const own = await ownCompanyIds(ctx);
  const names = await companyNamesOf(own);
  const roles = own.length > 0 ? ['company'] : ['clerk'];
  const { table } = CERTIFICATE_KIND;
  const areaCode = ctx.grants[0]?.areaCode ?? '';
  const credit = { from: ctx.today, day: ctx.today, facts: [] };
  const ground = await CERTIFICATE_KIND.ground({ areaCode, companyId: '', companyName: '', credit }, ctx);
  const now = { ...ground, state: UNOPENED, facts: {}, deadlines: [] };
  const open = actionsOpen({ table, now, roles }, ctx).find(({ action }) => action === OPEN);
  if (open === undefined) throw new AppError('forbidden');
  return { open, companies: own.map((id) => ({ id, name: names.get(id) ?? '' })) };
}
