import type { Request, Response } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import { makePdf } from '../../platform/pdf/index.ts';
import { routesFor } from '../../platform/http/route.ts';
import type { Route } from '../../platform/http/route.ts';
import { sendTable } from '../../platform/tables/index.ts';
import type { Ledger } from './export-ledger.ts';
import { labourLedger, ledgerDocument, wageLedger } from './export-ledger.ts';
import * as shape from './payroll-life.schemas.ts';
import { PAYROLL_PERMISSIONS } from './payroll.permissions.ts';
import { sendPdf } from './send-pdf.ts';

const { raw } = routesFor(PAYROLL_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

async function send<Row extends object>(
  res: Response,
  ledger: Ledger<Row>,
  format: 'xlsx' | 'pdf',
  locale: Locale,
): Promise<void> {
  if (format === 'pdf')
    return sendPdf(res, `${ledger.title}.pdf`, await makePdf(ledgerDocument(ledger, locale)));
  const { title, columns } = ledger;
  const rows = (async function* () {
    await Promise.resolve();
    yield* ledger.rows;
  })();
  await sendTable(res, { title, columns, rows, format, locale });
}

/** What the law wants kept, for those who keep it and those who look. */
export const ledgerRoutes: Route[] = [
  raw(
    'get /payroll/ledger',
    'payroll.ledger',
    { rate: 'export', query: shape.ledgerQuery, says: ['工资支付台账', 'The wage ledger'] },
    async ({ query, ctx }, req, res) => send(res, await wageLedger(query, ctx), query.format, localeOf(req)),
  ),
  raw(
    'get /payroll/labour-ledger',
    'payroll.ledger',
    { rate: 'export', query: shape.ledgerQuery, says: ['用工管理台账', 'The labour ledger'] },
    async ({ query, ctx }, req, res) =>
      send(res, await labourLedger(query, ctx), query.format, localeOf(req)),
  ),
];
