import { dayOf } from '../../../core/lives/facts.ts';
import type { Ctx } from '../../../platform/context.ts';
import { liaisonsOf, tellPeople, tellScreens } from '../tell.ts';
import type { MeetingRecord } from './meeting.model.ts';

const TOLD = {
  open: 'jointMeetingPlanned',
  putOff: 'jointMeetingPutOff',
  cancel: 'jointMeetingCancelled',
} as const;
const isTold = (action: string): action is keyof typeof TOLD => Object.hasOwn(TOLD, action);

/** The liaisons of the invited departments hear of the day, of another day and that it does not take place. */
export async function tellOfMeeting(record: MeetingRecord, action: string, ctx: Ctx): Promise<void> {
  const { _id, version, areaCode, departmentCodes, facts, openedOn } = record;
  if (isTold(action)) {
    const told = new Set<string>();
    for (const departmentCode of departmentCodes)
      for (const userId of await liaisonsOf({ areaCode, departmentCode }, ctx)) told.add(userId);
    const at = { subject: 'jointMeeting', id: String(_id), version, areaCode };
    const data = { day: dayOf(facts, 'plannedOn') ?? openedOn };
    const message = { template: TOLD[action], data };
    await tellPeople({ ...at, link: `/joint-meetings/${String(_id)}` }, [...told], message, ctx);
  }
  tellScreens(areaCode, String(_id));
}
