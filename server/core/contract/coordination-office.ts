import type { PlainDate } from '../kit/plain-date.ts';
import type { FieldValue } from '../lives/field.ts';
import type { AboutRef, AskedAbout, Sender, Standing, WithFiles } from './coordination.ts';
import type { LifeView } from './lives.ts';
import type { PageQuery } from './page.ts';

export const TALK_STATES = ['planned', 'held', 'fulfilled', 'unfulfilled', 'cancelled'] as const;
export type TalkState = (typeof TALK_STATES)[number];
interface TalkFields {
  areaCode: string;
  /** Who is called in: a unit, and who comes for it stands in the facts. */
  unitName: string;
  about?: AboutRef;
  calledBy: { role: Sender; name: string };
  plannedOn: PlainDate;
}
export type FormalTalkRow = Standing & TalkFields;
export type FormalTalkView = LifeView & TalkFields & WithFiles;
/** `POST /api/formal-talks` (leader, head; idempotent, 201). */
export interface OpenFormalTalk {
  areaCode: string;
  unitName: string;
  about?: AskedAbout;
  given: Record<string, FieldValue>;
}
export interface ListFormalTalks extends PageQuery {
  areaCode?: string;
  state?: TalkState;
  open?: boolean;
}
