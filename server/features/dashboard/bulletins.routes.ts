import type { Response } from 'express';
import type { Paper } from '../../core/reports/paper.ts';
import { cleanFileName, contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { makePdf } from '../../platform/pdf/index.ts';
import { makeReport } from '../../platform/word/index.ts';
import { bulletinPdf } from './bulletin-pdf.ts';
import type { BulletinFormat } from './bulletins.schemas.ts';
import { bulletinQuery, exportBulletinQuery } from './bulletins.schemas.ts';
import { DASHBOARD_PERMISSIONS } from './dashboard.permissions.ts';
import { getBulletin } from './get-bulletin.ts';

const { route, raw } = routesFor(DASHBOARD_PERMISSIONS);
const CONTENT_TYPES: Readonly<Record<BulletinFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

export const bulletinRoutes: Route[] = [
  route(
    'get /bulletins',
    'bulletins.read',
    { rate: 'read', query: bulletinQuery, says: ['期间通报', 'The bulletin of a period'] },
    ({ query, ctx }) => getBulletin(query, ctx),
  ),
  raw(
    'get /bulletins/export',
    'bulletins.export',
    {
      ...{ rate: 'export', query: exportBulletinQuery },
      says: ['导出通报（Word、PDF）', 'Export a bulletin in Word or PDF'],
    },
    async ({ query: { format, ...ask }, ctx }, _req, res) => {
      const paper = await getBulletin(ask, ctx);
      send(
        res,
        paper,
        format,
        format === 'pdf' ? await makePdf(bulletinPdf(paper)) : await makeReport(paper),
      );
    },
  ),
];

function send(res: Response, { title, subtitle }: Paper, format: BulletinFormat, bytes: Uint8Array): void {
  const name = cleanFileName(`${title} ${subtitle}.${format}`, { extensions: [format] });
  res.set({
    'content-type': CONTENT_TYPES[format],
    'content-disposition': contentDisposition('attachment', name),
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  });
  res.end(bytes);
}
