import type { CompanyView, MergeInto } from '../../core/contract/companies.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { tellMerged } from '../../platform/merge-listeners.ts';
import { touchProjectsOf } from '../../platform/touched-projects.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { companyActions, companyView } from './company-view.ts';
import type { CompanyRecord } from './company.model.ts';
import { changeCompany, companySearch, companySecrets, repointMerged } from './company.model.ts';
import { getCompanyRecord } from './get-company.ts';

/**
 * A duplicate gives way to the record that stands for it: its names are found there from now on, what that one lacks
 * it takes over, and everything that named the duplicate names the other. Two credit codes are two companies (VAL-USCC).
 */
export async function mergeCompany(
  id: string,
  version: number,
  { intoId, reason }: MergeInto,
  ctx: Ctx,
): Promise<CompanyView> {
  if (intoId === id) throw wrongField('intoId', '不能并入自己', 'A record is no duplicate of itself');
  return inTransaction(async () => {
    const from = await getCompanyRecord(id, ctx);
    const into = await getCompanyRecord(intoId, ctx).catch((error: unknown) => {
      if (!(error instanceof AppError) || error.code !== 'notFound') throw error;
      throw wrongField('intoId', '没有这家企业', 'There is no such company');
    });
    for (const company of [from, into]) {
      if (!companyActions(company, ctx).includes('merge'))
        throw new AppError('conflict', { state: company.state });
    }
    if (from.creditCode !== undefined && into.creditCode !== undefined)
      throw new AppError('conflict', { why: 'differentCreditCodes' });
    // First of all the code is given up: it can stand on one record only.
    const gone = await changeCompany(from._id, version, {
      set: { state: 'merged', mergedIntoId: intoId },
      ...(from.creditCode === undefined ? {} : { unset: { creditCode: 1 } }),
    });
    if (gone === null) throw new AppError('staleVersion');
    if ((await changeCompany(into._id, into.version, { set: takenOver(from, into) })) === null)
      throw new AppError('staleVersion');
    await repointMerged(id, intoId);
    await tellMerged('company', id, intoId, ctx);
    // Cases, listings and works of the duplicate are on its record from now on, wherever it builds.
    await touchProjectsOf([intoId]);
    await record(from, into, reason, ctx);
    return companyView(gone, ctx);
  });
}

function takenOver(from: CompanyRecord, into: CompanyRecord): Record<string, unknown> {
  const { creditCode, address, legalRepresentative } = { ...from, ...into };
  const known = { creditCode, address, legalRepresentative };
  const given = Object.fromEntries(Object.entries(known).filter(([, value]) => value !== undefined));
  const names = new Set([...into.formerNames, from.name, ...from.formerNames]);
  names.delete(into.name);
  const formerNames = [...names];
  const phone = into.phone === undefined ? companySecrets.openFields(from).phone : undefined;
  return {
    ...given,
    formerNames,
    ...companySecrets.sealFields(into._id, { phone }),
    ...companySearch({ name: into.name, formerNames, ...given }),
  };
}

async function record(from: CompanyRecord, into: CompanyRecord, reason: string, ctx: Ctx): Promise<void> {
  const [fromId, intoId] = [String(from._id), String(into._id)];
  await appendEvent(
    {
      subject: `company:${fromId}`,
      areaCode: from.areaCode,
      action: 'company.merged',
      facts: { intoId, reason },
    },
    ctx,
  );
  await appendEvent(
    {
      subject: `company:${intoId}`,
      areaCode: into.areaCode,
      action: 'company.tookOver',
      facts: { fromId, reason },
    },
    ctx,
  );
}
