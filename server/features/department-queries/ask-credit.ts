import type { RegistryCredit } from '../../core/contract/department-queries.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import type { Ctx } from '../../platform/context.ts';
import { gradesInForce } from '../credit/index.ts';
import { everListed } from '../listings/index.ts';
import { publicationsOfCompanies } from '../publications/index.ts';
import { answered, ownArea } from './asked.ts';
import { companyInArea } from './company-in-area.ts';

/** What stands for or against a company today: its grade in force, published listings, published violations. */
export async function askCredit(creditCode: string, ctx: Ctx): Promise<RegistryCredit> {
  const found = await read(creditCode, ownArea(ctx), ctx.today);
  return answered({ what: 'credit', code: creditCode }, found, ctx);
}

async function read(creditCode: string, area: string, today: PlainDate): Promise<RegistryCredit | null> {
  const found = await companyInArea(creditCode, area);
  if (found === null) return null;
  const { id, name, creditCode: code } = found.company;
  const grade = (await gradesInForce([id], today)).get(id);
  const listed = await everListed([id], NEVER_DUE);
  const published = await publicationsOfCompanies([id], today);
  return {
    ...{ name, creditCode: code, on: today },
    ...(grade === undefined
      ? {}
      : { grade: { year: grade.year, grade: grade.grade, inForceFrom: grade.inForceFrom } }),
    listings: listed
      .filter((one) => one.listedFrom <= today && one.publishedOn <= today && one.listedUntil >= today)
      .map(({ listedFrom, listedUntil }) => ({ from: listedFrom, until: listedUntil })),
    violations: published.flatMap(({ isPublic, decisionNumber, publicOn, publicUntil }) =>
      isPublic && publicOn !== undefined && publicUntil !== undefined && publicUntil >= today
        ? [{ decisionNumber, publishedOn: publicOn, until: publicUntil }]
        : [],
    ),
  };
}
