import Joi from 'joi';
import type { PageQuery } from '../../core/contract/page.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaCode, pageKeys, plainDate } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ChainFileAsked } from './export-chain-file.ts';
import type { ExportEvents } from './export-events.ts';

export interface ListEvents extends PageQuery {
  subject?: string;
  areaCode?: string;
  day?: PlainDate;
  action?: string;
}
const which = {
  subject: Joi.string()
    .max(161)
    .pattern(/^[A-Za-z]{1,40}:[\w.:-]{1,120}$/, 'subject'),
  areaCode: areaCode(),
  action: Joi.string()
    .max(80)
    .pattern(/^[A-Za-z.]+$/, 'action'),
};
export const listEventsQuery = Joi.object<ListEvents>({ ...which, day: plainDate(), ...pageKeys(['at']) });

const { sort } = pageKeys(['at']);
export const exportEventsQuery = Joi.object<ExportEvents>({
  ...which,
  day: plainDate(),
  sort,
  ...exportKeys,
});

export const chainFileQuery = Joi.object<ChainFileAsked>({
  ...which,
  from: plainDate().required(),
  to: plainDate().required(),
});

export interface ListEventDays extends PageQuery {
  areaCode?: string;
  day?: PlainDate;
}
export const listEventDaysQuery = Joi.object<ListEventDays>({
  areaCode: areaCode(),
  day: plainDate(),
  ...pageKeys(['day']),
});

export const listRootsQuery = Joi.object<PageQuery>(pageKeys(['day']));

export const dayParams = Joi.object<{ day: PlainDate }, true>({ day: plainDate().required() });
