import Joi from 'joi';
import { LEAD_PLATFORMS } from '../../core/contract/leads.ts';
import { MACHINE_PURPOSES } from '../../core/contract/machine-clients.ts';
import type { OpenMachineClient } from '../../core/contract/machine-clients.ts';
import type { PageQuery } from '../../core/contract/page.ts';
import { areaCode, pageKeys, properName, text } from '../../platform/http/shapes.ts';

export const listClientsQuery = Joi.object<PageQuery, true>(pageKeys(['opened']));

export const openClientBody = Joi.object<OpenMachineClient, true>({
  name: properName(60).required(),
  purposes: Joi.array()
    .items(Joi.string().valid(...MACHINE_PURPOSES))
    .unique()
    .min(1)
    .max(MACHINE_PURPOSES.length)
    .required(),
  areaCode: areaCode().required(),
  bankBranchCode: Joi.string()
    .trim()
    .pattern(/^[\w-]{1,40}$/, 'branch'),
  projectCode: Joi.string()
    .trim()
    .max(20)
    .pattern(/^\d(?:[\s-]?\d){9}$/, 'project code'),
  leadPlatform: Joi.string().valid(...LEAD_PLATFORMS),
});

export const endClientBody = Joi.object<{ reason: string }, true>({ reason: text(200).required() });
