import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { truthSamplesTable } from './export-truth-samples.ts';
import { getTruthSample, listTruthSamples } from './list-truth-samples.ts';
import { answerTruthQuestion, myTruthQuestion } from './my-truth-question.ts';
import { TRUTH_SAMPLE_PERMISSIONS } from './truth-sample.permissions.ts';
import * as shape from './truth-sample.schemas.ts';

const { route, raw } = routesFor(TRUTH_SAMPLE_PERMISSIONS);

export const truthSampleRoutes: Route[] = [
  route(
    'get /truth-samples',
    'truthSamples.list',
    { rate: 'read', query: shape.listQuery, says: ['真实发薪率抽样结果', 'Results of the truth samples'] },
    ({ query, ctx }) => listTruthSamples(query, ctx),
  ),
  raw(
    'get /truth-samples/export',
    'truthSamples.export',
    { rate: 'export', query: shape.exportQuery, says: ['导出抽样结果', 'Export the truth samples'] },
    async ({ query, ctx }, req, res) => {
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      await sendTable(res, truthSamplesTable(query, ctx, locale));
    },
  ),
  route(
    'get /truth-samples/:id',
    'truthSamples.list',
    { rate: 'read', params: idParams, says: ['一次抽样结果', 'One truth sample'] },
    ({ params, ctx }) => getTruthSample(params.id, ctx),
  ),
  route(
    'get /my/truth-question',
    'truthSamples.own',
    { rate: 'read', says: ['抽到我的问题', 'The question this worker was drawn for'] },
    ({ ctx }) => myTruthQuestion(ctx),
  ),
  route(
    'post /my/truth-question/:id',
    'truthSamples.own',
    {
      ...{ rate: 'submit', params: idParams, body: shape.answerBody, idempotent: true },
      says: ['回答：全拿到、拿到一部分、没拿到、不是我', 'Answer: in full, in part, nothing, not me'],
    },
    ({ params, body, ctx }) => answerTruthQuestion(params.id, body.answer, ctx),
  ),
];
