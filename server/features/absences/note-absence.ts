import type { AbsenceView, NoteAbsence, OfficePerson } from '../../core/contract/office-work.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import { actorRef } from '../../platform/context.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { requireReach } from '../areas/index.ts';
import type { AbsenceRecord } from './absence.model.ts';
import { findAbsencesOfOffice, insertAbsence } from './absence.model.ts';
import { absenceView, isHeadOf } from './absence-view.ts';
import { peopleOf } from './office-people.ts';
import { forgetStandIns } from './stand-ins.ts';

/**
 * Somebody will be away, by his own word or by that of his head, and a colleague in the same role stands in: what waits
 * for the one stands on the list of the other from the first day to the last, and comes back by itself.
 */
export async function noteAbsence(input: NoteAbsence, ctx: Ctx): Promise<AbsenceView> {
  const { role, officeCode, from, until, substituteId } = input;
  requireReach(officeCode, ctx);
  const self = ctx.actor.kind === 'user' ? ctx.actor.userId : '';
  const userId = input.userId ?? self;
  if (userId !== self && !isHeadOf(ctx, officeCode)) throw new AppError('forbidden');
  if (until < from) throw wrongField('until', '不能早于开始日期', 'Not before the first day');
  if (until < ctx.today) throw wrongField('until', '这几天已经过去', 'These days have passed');
  if (substituteId === userId)
    throw wrongField('substituteId', '不能由本人代办', 'Nobody stands in for himself');
  const people = await peopleOf(officeCode, role, ctx);
  const who = named(people, userId, input.userId === undefined ? 'role' : 'userId');
  const substitute = named(people, substituteId, 'substituteId');

  const made = await inTransaction(async () => {
    const others = (await findAbsencesOfOffice(officeCode, ctx.today)).filter(
      (one) => one.role === role && one.from <= until && from <= one.until,
    );
    if (others.some((one) => one.userId === userId))
      throw wrongField('from', '这几天已经登记过离岗', 'Days away are noted for these days already');
    if (others.some((one) => one.userId === substituteId))
      throw wrongField('substituteId', '代办人这几天也不在岗', 'Is away on these days too');
    const notedByName = ctx.actor.kind === 'user' ? ctx.actor.name : actorRef(ctx.actor);
    const record = await insertAbsence({
      ...{ userId, userName: who.name, role, officeCode, from, until },
      ...{ substituteId, substituteName: substitute.name, notedById: self, notedByName },
    });
    const facts = { userId, role, from, until, substituteId };
    const subject = `absence:${String(record._id)}` as const;
    await appendEvent({ subject, areaCode: officeCode, action: 'absence.note', facts }, ctx);
    await tell(record, ctx);
    return record;
  });
  forgetStandIns();
  return absenceView(made, ctx);
}

function named(people: readonly OfficePerson[], id: string, path: string): OfficePerson {
  const found = people.find((one) => one.id === id);
  if (found === undefined)
    throw wrongField(path, '不是本机构该岗位的在职人员', 'Does not work in this role in this office');
  return found;
}

async function tell(record: AbsenceRecord, ctx: Ctx): Promise<void> {
  const { _id, userName, from, until, officeCode } = record;
  const data = { name: userName, from, until };
  const to = { userId: record.substituteId };
  const key = `absence:${String(_id)}:standsIn`;
  await enqueue(
    { template: 'standsIn', channel: 'inApp', to, data, areaCode: officeCode, link: '/absences', key },
    ctx,
  );
}
