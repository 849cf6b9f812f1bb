import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import * as act from './act-on-alert.ts';
import { getAlertFigures } from './alert-figures.ts';
import { listAlertRules, listPublicAlertRules, previewAlertChange } from './alert-rules.ts';
import { ALERTS_PERMISSIONS } from './alerts.permissions.ts';
import * as shape from './alerts.schemas.ts';
import { getCompanyRisk } from './company-risk.ts';
import { alertsTable } from './export-alerts.ts';
import { getAlertMap } from './get-alert-map.ts';
import { getRiskCard } from './get-risk-card.ts';
import { getAlert, listAlerts } from './list-alerts.ts';
import { listRiskCards } from './list-risk-cards.ts';
import { openCaseOfAlert } from './open-case-of-alert.ts';
import { getWageRunway } from './wage-runway.ts';

const { route, raw } = routesFor(ALERTS_PERMISSIONS);

const move = { rate: 'write', params: idParams, versioned: true } as const;
const at = ({ params, version }: { params: { id: string }; version: number }) => ({ id: params.id, version });

const reading: Route[] = [
  route(
    'get /alerts',
    'alerts.list',
    { rate: 'read', query: shape.listAlertsQuery, says: ['预警列表', 'Warnings'] },
    ({ query, ctx }) => listAlerts(query, ctx),
  ),
  raw(
    'get /alerts/export',
    'alerts.export',
    { rate: 'export', query: shape.exportAlertsQuery, says: ['导出预警', 'Export warnings'] },
    async ({ query, ctx }, req, res) => {
      const locale = req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN';
      await sendTable(res, alertsTable(query, ctx, locale));
    },
  ),
  route(
    'get /alerts/:id',
    'alerts.list',
    { rate: 'read', params: idParams, says: ['一条预警', 'One warning'] },
    ({ params, ctx }) => getAlert(params.id, ctx),
  ),
  route(
    'get /projects/:id/risk',
    'alerts.risk',
    {
      rate: 'read',
      params: idParams,
      query: shape.riskQuery,
      says: ['项目风险卡', 'Risk card of a project'],
    },
    ({ params, query, ctx }) => getRiskCard(params.id, query.day, ctx),
  ),
  route(
    'get /risk-cards',
    'alerts.risk',
    { rate: 'read', query: shape.listRiskCardsQuery, says: ['项目风险名单', 'Projects by risk'] },
    ({ query, ctx }) => listRiskCards(query, ctx),
  ),
  route(
    'get /companies/:id/risk',
    'alerts.risk',
    { rate: 'read', params: idParams, says: ['企业风险卡', 'Risk card of a company'] },
    ({ params, ctx }) => getCompanyRisk(params.id, ctx),
  ),
  route(
    'get /alert-map',
    'alerts.figures',
    { rate: 'read', query: shape.mapQuery, says: ['预警分布', 'Warnings by area'] },
    ({ query, ctx }) => getAlertMap(query.areaCode, ctx),
  ),
];

const office: Route[] = [
  route(
    'post /alerts/:id/see',
    'alerts.handle',
    { ...move, body: shape.noBody, says: ['标记预警已查看', 'Note that a warning was seen'] },
    (input) => act.seeAlert(at(input), input.ctx),
  ),
  route(
    'post /alerts/:id/ask',
    'alerts.handle',
    { ...move, body: shape.askBody, says: ['要求企业答复预警', 'Ask the company about a warning'] },
    (input) => act.askAlert(at(input), input.body, input.ctx),
  ),
  route(
    'post /alerts/:id/settle-contest',
    'alerts.handle',
    { ...move, body: shape.settleBody, says: ['回复预警异议', 'Settle a contest'] },
    (input) => act.settleContest(at(input), input.body, input.ctx),
  ),
  route(
    'post /alerts/:id/visit',
    'alerts.handle',
    { ...move, body: shape.visitBody, says: ['因预警安排检查', 'Plan a visit because of a warning'] },
    (input) => act.planVisit(at(input), input.body, input.ctx),
  ),
  route(
    'post /alerts/:id/order',
    'alerts.handle',
    { ...move, body: shape.orderBody, says: ['因预警要求整改', 'Require it to be put right'] },
    (input) => act.orderAlert(at(input), input.body, input.ctx),
  ),
  route(
    'post /alerts/:id/open-case',
    'alerts.handle',
    { ...move, body: shape.noBody, says: ['由预警生成线索', 'Open a lead from a warning'] },
    (input) => openCaseOfAlert(at(input), input.body, input.ctx),
  ),
  route(
    'post /alerts/:id/dismiss',
    'alerts.handle',
    { ...move, body: shape.dismissBody, says: ['排除预警', 'Dismiss a warning'] },
    (input) => act.dismissAlert(at(input), input.body, input.ctx),
  ),
  route(
    'post /alerts/:id/judge',
    'alerts.handle',
    { ...move, body: shape.judgeBody, says: ['评价预警是否准确', 'Say whether a warning was right'] },
    (input) => act.judgeAlert(at(input), input.body, input.ctx),
  ),
];

const company: Route[] = [
  route(
    'post /alerts/:id/answer',
    'alerts.answer',
    { ...move, body: shape.answerBody, says: ['答复预警', 'Answer a warning'] },
    (input) => act.answerAlert(at(input), input.body, input.ctx),
  ),
  route(
    'post /alerts/:id/contest',
    'alerts.answer',
    { ...move, body: shape.answerBody, says: ['对预警提出异议', 'Contest a warning'] },
    (input) => act.contestAlert(at(input), input.body, input.ctx),
  ),
];

const figures: Route[] = [
  route(
    'get /alert-figures',
    'alerts.figures',
    { rate: 'read', query: shape.mapQuery, says: ['预警统计', 'Figures of the warnings'] },
    ({ query, ctx }) => getAlertFigures(query.areaCode, ctx),
  ),
  route(
    'get /wage-runway',
    'alerts.figures',
    { rate: 'read', query: shape.runwayQuery, says: ['专户资金可支撑天数', 'How far wage accounts reach'] },
    ({ query, ctx }) => getWageRunway(query, ctx),
  ),
  route(
    'get /alert-rules',
    'alerts.rules',
    { rate: 'read', query: shape.mapQuery, says: ['预警规则', 'Warning rules'] },
    ({ query, ctx }) => listAlertRules(query.areaCode, ctx),
  ),
  route(
    'get /public/alert-rules',
    'alerts.publicRules',
    { rate: 'read', query: shape.mapQuery, says: ['公开的预警规则', 'Warning rules for everybody'] },
    ({ query, ctx }) => listPublicAlertRules(query.areaCode, ctx),
  ),
  route(
    'post /alert-rules/preview',
    'alerts.preview',
    { rate: 'write', body: shape.previewBody, says: ['试算预警参数', 'Preview a change of the warnings'] },
    ({ body, ctx }) => previewAlertChange(body, ctx),
  ),
];

export const alertsRoutes: Route[] = [...reading, ...figures, ...office, ...company];
