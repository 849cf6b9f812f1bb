import type { CreditFileView } from '../../core/contract/credit.ts';
import type { CreditEntry } from '../../core/credit/entry.ts';
import { entriesOn } from '../../core/credit/entry.ts';
import { checkCreditCode } from '../../core/kit/identity-numbers.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { CompanyRef } from '../companies/index.ts';
import { findCompanyRefByCode } from '../companies/index.ts';
import { bondOfCompany } from './bond-of-company.ts';
import { openArrearsOf } from './case-source.ts';
import { companyInReach, ownIdsOf, ratingsWithin, seesAll } from './credit-reach.ts';
import { entryView, gradeView, ratingRow, seesEntries } from './credit-view.ts';
import { ratingsOf } from './rating.model.ts';
import { readGrades, yearOf } from './read-grade.ts';

/** A file of many years is long; what is older than this many entries is counted and not shown. */
const MOST = 500;

/** The file of a company as of a day; a company reads its own without what is the office's own. */
export async function getCreditFile(
  companyId: string,
  day: PlainDate | undefined,
  ctx: Ctx,
): Promise<CreditFileView> {
  if (day !== undefined && day > ctx.today) throw wrongField('day', '日期还没有到', 'The day has not come');
  return fileOf(await companyInReach(companyId, ctx), day ?? ctx.today, ctx);
}

/** The files of the companies the reader stands for: of most people one. */
export async function getOwnCreditFiles(ctx: Ctx): Promise<CreditFileView[]> {
  const files: CreditFileView[] = [];
  for (const id of new Set(await ownIdsOf(ctx))) files.push(await getCreditFile(id, undefined, ctx));
  return files;
}

async function fileOf(company: CompanyRef, day: PlainDate, ctx: Ctx): Promise<CreditFileView> {
  const { id, name, areaCode, creditCode } = company;
  const read = (await readGrades([id], yearOf(day), day)).get(id);
  if (read === undefined) throw new Error('One company was asked about');
  const isWhole = seesAll(areaCode, ctx);
  const sees = seesEntries(isWhole);
  const entries = entriesOn(read.entries, day).filter(sees);
  const listed = entries.find((entry) => isListed(entry, day));
  const arrears = isWhole && day === ctx.today ? (await openArrearsOf([id])).get(id) : undefined;
  const ratings = await ratingsOf([id], await ratingsWithin(ctx));
  return {
    ...{ companyId: id, companyName: name, areaCode, day },
    ...(creditCode === undefined ? {} : { creditCode }),
    entries: entries.slice(0, MOST).map(entryView),
    ...(entries.length > MOST ? { more: entries.length - MOST } : {}),
    grade: gradeView(read.grade, sees),
    ...(isWhole ? { bond: await bondOfCompany(company, read.entries, day) } : {}),
    ...(arrears === undefined ? {} : { openArrears: arrears }),
    ...(listed === undefined ? {} : { listed: entryView(listed) }),
    ratings: ratings.filter(({ openedOn }) => openedOn <= day).map(ratingRow),
  };
}

/** Does this entry say that the company is on the list on this day? */
export const isListed = ({ kind, on, endedOn }: CreditEntry, day: PlainDate): boolean =>
  kind === 'listed' && on <= day && (endedOn === undefined || endedOn > day);

/** The same for the command line, by credit code and without a reader's limits. */
export async function creditFileOfCode(
  creditCode: string,
  day: PlainDate | undefined,
  ctx: Ctx,
): Promise<CreditFileView> {
  const code = checkCreditCode(creditCode);
  if (!code.ok) throw new Error(`${creditCode} 不是统一社会信用代码 / is not a unified social credit code`);
  const company = await findCompanyRefByCode(code.value);
  if (company === null) throw new Error(`没有这家企业 / no such company: ${creditCode}`);
  if (day !== undefined && day > ctx.today)
    throw new Error(`${day} 晚于今天 ${ctx.today} / lies after today, ${ctx.today}`);
  return fileOf(company, day ?? ctx.today, ctx);
}
