import type { Response } from 'express';
import { assessmentPaper } from '../../core/assessment/assessment-paper.ts';
import { cleanFileName, contentDisposition } from '../../platform/files/index.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { sendWorkbook } from '../../platform/tables/index.ts';
import { makeReport } from '../../platform/word/index.ts';
import { answerCriterion } from './answer-criterion.ts';
import { ASSESSMENT_PERMISSIONS } from './assessment.permissions.ts';
import * as shape from './assessment.schemas.ts';
import { assessmentSheets } from './assessment-sheets.ts';
import { getAssessment } from './get-assessment.ts';
import { setCriteria } from './set-criteria.ts';

const { route, raw } = routesFor(ASSESSMENT_PERMISSIONS);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const assessmentRoutes: Route[] = [
  route(
    'get /assessment',
    'assessment.read',
    { rate: 'read', query: shape.assessmentQuery, says: ['年度考核自评表', 'The yearly assessment sheet'] },
    ({ query, ctx }) => getAssessment(query, ctx),
  ),
  raw(
    'get /assessment/export',
    'assessment.export',
    {
      ...{ rate: 'export', query: shape.exportAssessmentQuery },
      says: ['导出年度考核自评表（Word、Excel）', 'Export the sheet in Word or Excel'],
    },
    async ({ query: { format, ...asked }, ctx }, req, res) => {
      const sheet = await getAssessment(asked, ctx);
      const paper = assessmentPaper(sheet);
      if (format === 'docx') return sendWord(res, paper.title, await makeReport(paper));
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      return sendWorkbook(res, paper.title, assessmentSheets(sheet, locale));
    },
  ),
  route(
    'put /assessment/:areaCode/:year/criteria',
    'assessment.edit',
    {
      ...{ rate: 'write', params: shape.criteriaParams, body: shape.criteriaBody, versioned: true },
      says: ['设定考核内容和计分标准', 'Set criteria, points and thresholds'],
    },
    ({ params, body, version, ctx }) => setCriteria({ ...params, ...body, version }, ctx),
  ),
  route(
    'put /assessment/:areaCode/:year/answers/:criterionId',
    'assessment.answer',
    {
      ...{ rate: 'write', params: shape.answerParams, body: shape.answerBody, versioned: true },
      says: ['填写一项的说明、自评和附件', 'Words, own points and files of one line'],
    },
    ({ params, body, version, ctx }) => answerCriterion({ ...params, ...body, version }, ctx),
  ),
];

function sendWord(res: Response, title: string, bytes: Uint8Array): Promise<void> {
  res.set({
    'content-type': WORD,
    'content-disposition': contentDisposition(
      'attachment',
      cleanFileName(`${title}.docx`, { extensions: ['docx'] }),
    ),
    'cache-control': 'no-store, no-transform',
    'x-content-type-options': 'nosniff',
  });
  res.end(bytes);
  return Promise.resolve();
}
