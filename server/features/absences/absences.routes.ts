import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { ABSENCES_PERMISSIONS } from './absences.permissions.ts';
import * as shape from './absences.schemas.ts';
import { endAbsence } from './end-absence.ts';
import { listAbsences } from './list-absences.ts';
import { noteAbsence } from './note-absence.ts';
import { listPeople } from './office-people.ts';

const { route } = routesFor(ABSENCES_PERMISSIONS);

export const absencesRoutes: Route[] = [
  route(
    'get /absences',
    'absences.list',
    { rate: 'read', query: shape.absencesQuery, says: ['离岗与代办', 'Who is away, and who stands in'] },
    ({ query, ctx }) => listAbsences(query.officeCode, ctx),
  ),
  route(
    'get /absences/people',
    'absences.list',
    { rate: 'read', query: shape.peopleQuery, says: ['可代办的人员', 'Who can stand in'] },
    ({ query, ctx }) => listPeople(query, ctx),
  ),
  route(
    'post /absences',
    'absences.note',
    {
      rate: 'write',
      body: shape.noteAbsenceBody,
      status: 201,
      idempotent: true,
      says: ['登记离岗', 'Note days away'],
    },
    ({ body, ctx }) => noteAbsence(body, ctx),
  ),
  route(
    'post /absences/:id/end',
    'absences.note',
    { rate: 'write', params: idParams, versioned: true, says: ['提前结束离岗', 'End days away sooner'] },
    ({ params, version, ctx }) => endAbsence(params.id, version, ctx),
  ),
];
