import Joi from 'joi';
import type { IncidentPosition, OpenIncident } from '../../core/contract/incidents.ts';
import type { ExportFormat, PageQuery } from '../../core/contract/page.ts';
import type { IncidentState } from '../../core/incidents/incident-table.ts';
import { INCIDENT_STATES } from '../../core/incidents/incident-table.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, id, pageKeys, plainDate } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import { givenShape } from '../inspections/index.ts';

export const INCIDENT_SORTS = { on: 'openedOn', people: 'headcount' } as const;

export interface ListIncidents extends PageQuery {
  areaCode?: string;
  state?: IncidentState;
  open?: boolean;
  extreme?: boolean;
  atLeast?: number;
  projectId?: string;
  /** Days on which it was reported: what a figure of a year opens. */
  from?: PlainDate;
  to?: PlainDate;
}
export type ExportIncidents = Omit<ListIncidents, 'cursor' | 'limit'> & { format: ExportFormat };
export interface CountIncidents {
  areaCode?: string;
  from?: PlainDate;
  to?: PlainDate;
}

const paging = pageKeys(Object.keys(INCIDENT_SORTS));
const filters = {
  areaCode: areaCode(),
  state: Joi.string().valid(...INCIDENT_STATES),
  open: Joi.boolean(),
  extreme: Joi.boolean(),
  atLeast: Joi.number().integer().min(1).max(100_000),
  projectId: id(),
  from: plainDate(),
  to: plainDate(),
};
export const listIncidentsQuery = Joi.object<ListIncidents, true>({ ...filters, ...paging });
export const exportIncidentsQuery = Joi.object<ExportIncidents, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
export const countIncidentsQuery = Joi.object<CountIncidents, true>({
  areaCode: areaCode(),
  from: plainDate(),
  to: plainDate(),
});
const position = Joi.object<IncidentPosition, true>({
  latitude: Joi.number().strict().min(-90).max(90).required(),
  longitude: Joi.number().strict().min(-180).max(180).required(),
});
export const incidentBody = Joi.object<OpenIncident, true>({
  areaCode: areaCode().required(),
  projectId: id(),
  companyId: id(),
  position,
  given: givenShape(),
});
