import type { Locale } from '../../core/contract/accounts.ts';
import type { ClaimView } from '../../core/contract/claims.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import { subtractFen } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Column, Table } from '../../platform/tables/index.ts';
import { pages } from '../../platform/tables/index.ts';
import { listClaims } from './list-claims.ts';
import { getCaseRecord } from './move-case.ts';

interface Row {
  no: number;
  name: string;
  citizenId: string | undefined;
  phone: string | undefined;
  months: string;
  owedFen: number;
  seenFen: number;
  reportedFen: number;
  restFen: number;
}
const COLUMNS: readonly Column<Row>[] = [
  { key: 'no', zh: '序号', en: 'No.', kind: 'number' },
  { key: 'name', zh: '姓名', en: 'Name', kind: 'text' },
  { key: 'citizenId', zh: '身份证号', en: 'Citizen number', kind: 'text' },
  { key: 'phone', zh: '手机号', en: 'Mobile phone', kind: 'text' },
  { key: 'months', zh: '欠薪月份', en: 'Months', kind: 'text' },
  { key: 'owedFen', zh: '欠薪金额（元）', en: 'Arrears (yuan)', kind: 'fen' },
  { key: 'seenFen', zh: '已见到账（元）', en: 'Seen (yuan)', kind: 'fen' },
  { key: 'reportedFen', zh: '待本人确认（元）', en: 'Waiting for the person’s word (yuan)', kind: 'fen' },
  { key: 'restFen', zh: '尚欠（元）', en: 'Still owed (yuan)', kind: 'fen' },
];

/** The arrears sheet 欠薪明细表 of a case to download; numbers of people are masked as they are on screen. */
export async function claimsTable(
  caseId: string,
  format: ExportFormat,
  ctx: Ctx,
  locale: Locale,
): Promise<Table<Row>> {
  const { caseNumber } = await getCaseRecord(caseId, ctx);
  const title = locale === 'en' ? `Arrears ${caseNumber}` : `欠薪明细表 ${caseNumber}`;
  const rows = rowsOf(
    pages((page) => listClaims(caseId, page, ctx)),
    locale,
  );
  return { title, columns: COLUMNS, rows, format, locale };
}

async function* rowsOf(claims: AsyncIterable<ClaimView>, locale: Locale): AsyncGenerator<Row> {
  let no = 0;
  for await (const { name, months, owedFen, seenFen, reportedFen, ...claim } of claims) {
    no += 1;
    yield {
      no,
      name: name ?? (locale === 'en' ? '(hidden)' : '（身份保密）'),
      citizenId: claim.citizenIdMasked,
      phone: claim.phoneMasked,
      months: months.map(({ payMonth }) => payMonth).join(' '),
      owedFen,
      seenFen,
      reportedFen,
      restFen: subtractFen(owedFen, seenFen),
    };
  }
}
