import Joi from 'joi';
import { COMPLAINT_STATES } from '../../core/contract/complaints.ts';
import type { CheckLeads, ListLeads, MachineLeads } from '../../core/contract/leads.ts';
import { LEAD_PLATFORMS } from '../../core/contract/leads.ts';
import type { ExportFormat } from '../../core/contract/page.ts';
import { areaCode, id, pageKeys } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import { registerBody } from '../complaints/index.ts';

const MOST_LEADS = 200;
/** What only an office can say of a complaint. */
const OF_THE_OFFICE = ['channel', 'receivedOn', 'fileIds', 'projectId', 'employerId', 'people'];

/** One lead, held to the very rules of a complaint written down at the desk; what a platform may not know has a value. */
export const leadShape = registerBody
  .fork(OF_THE_OFFICE, (key) => key.forbidden())
  .fork(['externalNumber'], (key) => key.required())
  .fork(['areaCode'], (key) => key.optional())
  .fork(['intakeKind'], (key) => key.optional().default('COMPLAINT'))
  .fork(['headcount'], (key) => key.optional().default(1))
  .fork(['payMonths'], (key) => key.optional().default([]))
  .fork(['owedFen'], (key) => key.optional().default(0));

/** A lead that is wrong must not lose the others: the door takes any object, names the fields, and each is judged for itself. */
export const leadsBody = Joi.object<MachineLeads, true>({
  leads: Joi.array()
    .items(Joi.alternatives().try(leadShape, Joi.object().unknown(true)))
    .min(1)
    .max(MOST_LEADS)
    .required(),
});

export interface AskChanges {
  since?: string;
  limit?: number;
}
export const changesQuery = Joi.object<AskChanges, true>({
  since: Joi.string()
    .pattern(
      /^20\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])T[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}Z_[0-9a-f]{24}$/,
      'cursor',
    )
    .custom((value: string, helpers) =>
      Number.isNaN(Date.parse(value.slice(0, 24))) ? helpers.error('any.invalid') : value,
    ),
  limit: Joi.number().integer().min(1).max(MOST_LEADS),
});

export const LEAD_SORTS = { changedAt: 'changedAt', receivedOn: 'receivedOn' } as const;
const filters = {
  channel: Joi.string().valid(...LEAD_PLATFORMS),
  state: Joi.string().valid(...COMPLAINT_STATES),
  areaCode: areaCode(),
  fileId: id(),
};
const order = pageKeys(Object.keys(LEAD_SORTS));
export const listLeadsQuery = Joi.object<ListLeads, true>({ ...filters, ...order });
export type ExportLeads = Omit<ListLeads, 'cursor' | 'limit'> & { format: ExportFormat };
export const exportLeadsQuery = Joi.object<ExportLeads, true>({
  ...filters,
  sort: order.sort,
  ...exportKeys,
});

export const checkLeadsBody = Joi.object<CheckLeads, true>({
  channel: Joi.string()
    .valid(...LEAD_PLATFORMS)
    .required(),
  areaCode: areaCode().min(6).required(),
  fileId: id().required(),
});
