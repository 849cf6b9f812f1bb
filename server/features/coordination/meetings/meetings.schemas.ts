import Joi from 'joi';
import { TASK_MATTERS } from '../../../core/contract/coordination.ts';
import type {
  DecideAtMeeting,
  ListJointMeetings,
  OpenJointMeeting,
  ProposedItem,
} from '../../../core/contract/joint-meetings.ts';
import { AGENDA_KINDS, MEETING_STATES, MOST_DECISIONS } from '../../../core/contract/joint-meetings.ts';
import { areaCode, id, pageKeys, plainDate, text } from '../../../platform/http/shapes.ts';
import { departmentCode, given } from '../coordination-shapes.ts';
import { MEETING_SORTS } from './list-meetings.ts';

const MOST_INVITED = 40;
const MOST_TAKEN = 80;
const MOST_OWN = 20;

export const listMeetingsQuery = Joi.object<ListJointMeetings, true>({
  areaCode: areaCode(),
  state: Joi.string().valid(...MEETING_STATES),
  ...pageKeys(Object.keys(MEETING_SORTS)),
});
export const agendaQuery = Joi.object<{ areaCode: string }, true>({ areaCode: areaCode().required() });

const taken = Joi.object<Pick<ProposedItem, 'kind' | 'recordId'>, true>({
  kind: Joi.string()
    .valid(...AGENDA_KINDS)
    .required(),
  recordId: id().required(),
});
export const openMeetingBody = Joi.object<OpenJointMeeting, true>({
  areaCode: areaCode().required(),
  title: text(120).required(),
  departmentCodes: Joi.array().items(departmentCode()).min(1).max(MOST_INVITED).unique().required(),
  proposed: Joi.array().items(taken).max(MOST_TAKEN).required(),
  own: Joi.array().items(text(120)).max(MOST_OWN).required(),
  given: given(),
});
export const decideBody = Joi.object<DecideAtMeeting, true>({
  text: text(120).required(),
  departmentCode: departmentCode().required(),
  matter: Joi.string()
    .valid(...TASK_MATTERS)
    .required(),
  dueOn: plainDate().required(),
});
export const decisionParams = Joi.object<{ id: string; number: number }, true>({
  id: id().required(),
  number: Joi.number().integer().min(1).max(MOST_DECISIONS).required(),
});
export const noBody = Joi.object<Record<string, never>, true>({});
