import type { TalkRole } from '../../../core/coordination/formal-talk.ts';
import { FORMAL_TALK } from '../../../core/coordination/formal-talk.ts';
import type { LifeKind } from '../../../platform/lives/index.ts';
import { loadCalendar } from '../../calendar/index.ts';
import { holdStepFiles } from '../coordination-files.ts';
import { officeRolesIn } from '../coordination-reach.ts';
import type { TalkRecord } from './talk.model.ts';
import { FormalTalks } from './talk.model.ts';

/** Where a formal talk is stored, and as what its readers act on it. */
export const TALKS: LifeKind<TalkRecord> = {
  table: FORMAL_TALK,
  model: FormalTalks,
  subject: 'formalTalk',
  ground: async ({ areaCode }, { today }) => ({ today, calendar: await loadCalendar(areaCode), area: {} }),
  roles: ({ areaCode }, reader) =>
    officeRolesIn(areaCode, reader).filter((role): role is TalkRole => role !== 'inspector'),
  hold: holdStepFiles,
};
