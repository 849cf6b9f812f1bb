import type { FormalTalkRow, FormalTalkView } from '../../../core/contract/coordination-office.ts';
import { FORMAL_TALK } from '../../../core/coordination/formal-talk.ts';
import type { Ctx } from '../../../platform/context.ts';
import { viewOfLife } from '../../../platform/lives/index.ts';
import { filesOfSteps } from '../../files/index.ts';
import { standingOf } from '../life-rows.ts';
import { TALKS } from './talk-kind.ts';
import type { TalkRecord } from './talk.model.ts';

type Fields = Omit<FormalTalkRow, keyof ReturnType<typeof standingOf>>;

const fieldsOf = ({ areaCode, unitName, about, sentBy, plannedOn, openedOn }: TalkRecord): Fields => ({
  ...{ areaCode, unitName, plannedOn: plannedOn ?? openedOn },
  ...(about === undefined ? {} : { about }),
  calledBy: { role: sentBy.role, name: sentBy.name },
});

export const talkRow = (record: TalkRecord): FormalTalkRow => ({
  ...standingOf(FORMAL_TALK, record),
  ...fieldsOf(record),
});

/** One talk as this reader may see it. */
export async function talkView(record: TalkRecord, ctx: Ctx): Promise<FormalTalkView> {
  return {
    ...(await viewOfLife(TALKS, record, ctx)),
    ...fieldsOf(record),
    files: await filesOfSteps(record.history),
  };
}
