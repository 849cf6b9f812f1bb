import type {
  JointMeetingRow,
  JointMeetingView,
  ListJointMeetings,
} from '../../../core/contract/joint-meetings.ts';
import type { Page } from '../../../core/contract/page.ts';
import { inArea } from '../../../platform/area-limit.ts';
import type { Ctx } from '../../../platform/context.ts';
import { keysetPage } from '../../../platform/keyset-page.ts';
import { getLife } from '../../../platform/lives/index.ts';
import { meetingsLimit } from '../coordination-reach.ts';
import { MEETINGS } from './meeting-kind.ts';
import type { MeetingRecord } from './meeting.model.ts';
import { JointMeetings } from './meeting.model.ts';
import { meetingRow, meetingView } from './meeting-view.ts';

export const MEETING_SORTS = { plannedOn: 'plannedOn', openedOn: 'openedOn' } as const;

/** The meetings of the leader's and the head's areas, and those to which a liaison's department is invited; the latest day first. */
export async function listMeetings(query: ListJointMeetings, ctx: Ctx): Promise<Page<JointMeetingRow>> {
  const { areaCode, state } = query;
  const page = await keysetPage<MeetingRecord>(JointMeetings, {
    sorts: MEETING_SORTS,
    fallback: '-plannedOn',
    limits: {
      $and: [
        meetingsLimit(ctx),
        ...(areaCode === undefined ? [] : [inArea(areaCode)]),
        ...(state === undefined ? [] : [{ state }]),
      ],
    },
    query,
  });
  return { ...page, items: page.items.map(meetingRow) };
}

/** One meeting; that of another area, or to which one is not invited, is not there. */
export async function getMeeting(id: string, ctx: Ctx): Promise<JointMeetingView> {
  return meetingView(await getLife(MEETINGS, id, meetingsLimit(ctx)), ctx);
}
