import { minutesPaper } from '../../../core/coordination/minutes-paper.ts';
import { cleanFileName, contentDisposition } from '../../../platform/files/index.ts';
import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { idParams } from '../../../platform/http/shapes.ts';
import { makeReport } from '../../../platform/word/index.ts';
import { COORDINATION_PERMISSIONS } from '../coordination.permissions.ts';
import { moveBody, stepParams } from '../coordination-shapes.ts';
import { decideAtMeeting } from './decide.ts';
import { getMeeting, listMeetings } from './list-meetings.ts';
import * as shape from './meetings.schemas.ts';
import { moveMeeting } from './move-meeting.ts';
import { openMeeting } from './open-meeting.ts';
import { paperNames } from './paper-names.ts';
import { proposeAgenda } from './propose-agenda.ts';
import { sendDecision } from './send-decision.ts';

const { route, raw } = routesFor(COORDINATION_PERMISSIONS);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const meetingsRoutes: Route[] = [
  route(
    'get /joint-meetings',
    'jointMeetings.list',
    { rate: 'read', query: shape.listMeetingsQuery, says: ['联席会议列表', 'Joint meetings'] },
    ({ query, ctx }) => listMeetings(query, ctx),
  ),
  route(
    'get /joint-meetings/agenda',
    'jointMeetings.open',
    { rate: 'read', query: shape.agendaQuery, says: ['建议的议题', 'Proposed items of the agenda'] },
    ({ query, ctx }) => proposeAgenda(query.areaCode, ctx),
  ),
  route(
    'get /joint-meetings/:id',
    'jointMeetings.list',
    { rate: 'read', params: idParams, says: ['一次联席会议', 'One joint meeting'] },
    ({ params, ctx }) => getMeeting(params.id, ctx),
  ),
  raw(
    'get /joint-meetings/:id/minutes',
    'jointMeetings.list',
    { rate: 'export', params: idParams, says: ['会议纪要（Word）', 'The minutes in Word'] },
    async ({ params, ctx }, _req, res) => {
      const meeting = await getMeeting(params.id, ctx);
      const paper = minutesPaper(meeting, await paperNames(meeting.areaCode, ctx));
      res.set({
        'content-type': WORD,
        'content-disposition': contentDisposition(
          'attachment',
          cleanFileName(`${paper.title}.docx`, { extensions: ['docx'] }),
        ),
        'cache-control': 'no-store, no-transform',
        'x-content-type-options': 'nosniff',
      });
      res.end(await makeReport(paper));
    },
  ),
  route(
    'post /joint-meetings',
    'jointMeetings.open',
    {
      ...{ rate: 'write', body: shape.openMeetingBody, idempotent: true, status: 201 },
      says: ['安排联席会议', 'Plan a joint meeting'],
    },
    ({ body, ctx }) => openMeeting(body, ctx),
  ),
  route(
    'post /joint-meetings/:id/decisions',
    'jointMeetings.open',
    {
      ...{ rate: 'write', params: idParams, body: shape.decideBody, versioned: true, idempotent: true },
      says: ['记下一项议定事项', 'Write down a decision'],
    },
    ({ params, body, version, ctx }) => decideAtMeeting({ id: params.id, version, ...body }, ctx),
  ),
  route(
    'post /joint-meetings/:id/decisions/:number/task',
    'jointMeetings.open',
    {
      ...{ rate: 'write', params: shape.decisionParams, body: shape.noBody, idempotent: true },
      says: ['把议定事项交办给部门', 'Send a decision as a task'],
    },
    ({ params, ctx }) => sendDecision(params, ctx),
  ),
  route(
    'post /joint-meetings/:id/moves/:action',
    'jointMeetings.open',
    {
      ...{ rate: 'write', params: stepParams, body: moveBody, versioned: true, idempotent: true },
      says: ['联席会议的一步', 'A step of a joint meeting'],
    },
    ({ params, body, version, ctx }) => moveMeeting({ ...params, version, given: body.given }, ctx),
  ),
];
