import type { ClaimView } from '../../../core/contract/claims.ts';
import { monthsInWords, yuanText } from '../../../core/documents/print-words.ts';
import { AppError } from '../../../platform/app-error.ts';
import type { Ctx } from '../../../platform/context.ts';
import { getSheetOfCase, printSheet } from '../../arrears/index.ts';
import { listClaims } from '../../cases/index.ts';
import type { FileItem } from '../bind-task.ts';
import { rowsTable } from './print-facts.ts';

/** The newest arrears sheet both sides were shown, and what each person was owed and was seen to get. */
export async function aboutMoney(caseId: string, reader: Ctx): Promise<FileItem[]> {
  const sheet = await sheetOf(caseId, reader);
  const claims = await claimsOf(caseId, reader);
  return [
    ...(sheet === undefined ? [] : [sheet]),
    ...(claims.length === 0
      ? []
      : [
          {
            section: 'arrears' as const,
            title: '人员与支付明细',
            pages: { draw: { content: claimsTable(claims) } },
          },
        ]),
  ];
}

async function sheetOf(caseId: string, reader: Ctx): Promise<FileItem | undefined> {
  try {
    const view = await getSheetOfCase(caseId, {}, reader);
    if (view.shownOn === undefined) return undefined;
    const { pdf } = await printSheet(view.id, reader);
    const title = `欠薪测算书（第 ${view.revision} 版）`;
    return { section: 'arrears', title, date: view.settledOn ?? view.shownOn, pages: { bytes: pdf } };
  } catch (error) {
    // None was made, or it is too long for a paper: the list of people follows either way.
    if (error instanceof AppError && ['notFound', 'arrearsTooLong'].includes(error.code)) return undefined;
    throw error;
  }
}

async function claimsOf(caseId: string, reader: Ctx): Promise<ClaimView[]> {
  const claims: ClaimView[] = [];
  let cursor: string | null = null;
  do {
    const page = await listClaims(caseId, { limit: 200, ...(cursor === null ? {} : { cursor }) }, reader);
    claims.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return claims;
}

const claimsTable = (claims: readonly ClaimView[]) =>
  rowsTable(
    ['序号', '姓名', '月份', '应付（元）', '已核实到账（元）', '到账日期'],
    [28, '*', 120, 66, 72, 80],
    claims.map((claim, at) => [
      String(at + 1),
      claim.name ?? '（身份保密）',
      monthsInWords(claim.months.map(({ payMonth }) => payMonth)),
      yuanText(claim.owedFen),
      yuanText(claim.seenFen),
      [...new Set(claim.payments.filter(({ state }) => state === 'seen').map(({ paidOn }) => paidOn))].join(
        '\n',
      ) || '—',
    ]),
  );
