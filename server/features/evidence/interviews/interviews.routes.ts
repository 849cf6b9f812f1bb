import type { Route } from '../../../platform/http/route.ts';
import { routesFor } from '../../../platform/http/route.ts';
import { idParams } from '../../../platform/http/shapes.ts';
import { EVIDENCE_PERMISSIONS } from '../evidence.permissions.ts';
import { finishInterview } from './finish-interview.ts';
import { getInterview, listInterviews } from './interview-view.ts';
import { finishInterviewBody, signInterviewBody, writeInterviewBody } from './interviews.schemas.ts';
import { signInterview } from './sign-interview.ts';
import { beginInterview, writeInterview } from './write-interview.ts';

const { route } = routesFor(EVIDENCE_PERMISSIONS);
/** A long interview is some hundred thousand characters, a signature some thousand points. */
const move = { rate: 'write', params: idParams, versioned: true, bodyKb: 1024 } as const;

export const interviewsRoutes: Route[] = [
  route(
    'get /cases/:id/interviews',
    'interviews.read',
    { rate: 'read', params: idParams, says: ['案件的询问笔录', 'Interviews of a case'] },
    ({ params, ctx }) => listInterviews(params.id, ctx),
  ),
  route(
    'post /cases/:id/interviews',
    'interviews.write',
    {
      rate: 'write',
      params: idParams,
      body: writeInterviewBody,
      bodyKb: 1024,
      status: 201,
      idempotent: true,
      says: ['开始询问笔录', 'Begin an interview'],
    },
    ({ params, body, ctx }) => beginInterview(params.id, body, ctx),
  ),
  route(
    'get /interviews/:id',
    'interviews.read',
    { rate: 'read', params: idParams, says: ['一份询问笔录', 'One interview'] },
    ({ params, ctx }) => getInterview(params.id, ctx),
  ),
  route(
    'patch /interviews/:id',
    'interviews.write',
    { ...move, body: writeInterviewBody, says: ['改写询问笔录', 'Write an interview anew'] },
    ({ params, version, body, ctx }) => writeInterview(params.id, version, body, ctx),
  ),
  route(
    'post /interviews/:id/sign',
    'interviews.write',
    { ...move, body: signInterviewBody, says: ['在笔录上签名', 'Sign an interview'] },
    ({ params, version, body, ctx }) => signInterview(params.id, version, body, ctx),
  ),
  route(
    'post /interviews/:id/finish',
    'interviews.write',
    { ...move, body: finishInterviewBody, says: ['完成询问笔录', 'Finish an interview'] },
    ({ params, version, body, ctx }) => finishInterview(params.id, version, body, ctx),
  ),
];
