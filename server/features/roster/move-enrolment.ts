import type {
  EnrolmentAction,
  EnrolmentState,
  EnrolmentView,
  EnterSite,
  LeaveSite,
  SettleEnrolment,
} from '../../core/contract/roster.ts';
import { decide } from '../../core/kit/flow.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { findGateItems } from '../../core/pay/entry-gate.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { lastDayAttended } from './attendance.model.ts';
import { refreshElsewhere } from './elsewhere.ts';
import { ENROLMENT_FLOW } from './enrolment.flow.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { changeEnrolment, enrolmentSecrets } from './enrolment.model.ts';
import { enrolmentActions, enrolmentView } from './enrolment-view.ts';
import { retirementAges } from './retirement-ages.ts';
import { getEnrolmentRecord, standingTo } from './roster-reach.ts';
import { recordEnrolment } from './write-enrolment.ts';

interface Change {
  set: Record<string, unknown>;
  unset?: Record<string, 1>;
}

/** Loads, asks the table, saves on the state and version it saw, and records what was done. */
async function move(
  { id, version, action }: { id: string; version: number; action: EnrolmentAction },
  given: { on: PlainDate },
  change: (record: EnrolmentRecord) => Promise<Change>,
  ctx: Ctx,
): Promise<EnrolmentView> {
  return inTransaction(async () => {
    const { record, position } = await getEnrolmentRecord(id, ctx);
    const to = nextState(record, action, standingTo(String(record.employerId), position, ctx), given, ctx);
    if (!enrolmentActions(record, position, ctx).includes(action))
      throw new AppError('conflict', { state: record.state });
    if (given.on > ctx.today) throw wrongField('on', '日期不能晚于今天', 'The day lies in the future');
    const { set, unset } = await change(record);
    const changed = await changeEnrolment(record._id, version, record.state, {
      set: { ...set, state: to },
      ...(unset === undefined ? {} : { unset }),
    });
    if (changed === null) throw new AppError('staleVersion');
    if (record.state !== to) await refreshElsewhere([String(record.workerId)]);
    await recordEnrolment(changed, `enrolment.${action}`, { on: given.on, to }, ctx);
    // The mark of a second site may have come or gone with this very move.
    return enrolmentView((await getEnrolmentRecord(id, ctx)).record, ctx);
  });
}

function nextState(
  record: EnrolmentRecord,
  action: EnrolmentAction,
  roles: readonly string[],
  given: object,
  ctx: Ctx,
): EnrolmentState {
  const move = decide(ENROLMENT_FLOW, record, action, { roles }, ctx.today, { ...given });
  if (move.ok) return move.to;
  if (move.code === 'notYours') throw new AppError('forbidden');
  if (move.code === 'notOpen') throw new AppError('conflict', { state: record.state });
  throw wrongField(move.missing[0] ?? 'on', '请填写', 'Fill this in');
}

/**
 * Lets a person onto the site, if nothing the gate asks for is missing on that day: contract and real-name record, in
 * building works safety training, past retirement age the written agreement.
 * @law REG-28-1 RNM-8 WAG-8
 */
export function enterSite(id: string, version: number, { on }: EnterSite, ctx: Ctx): Promise<EnrolmentView> {
  return move(
    { id, version, action: 'enter' },
    { on },
    async (record) => {
      const ages = await retirementAges(record.areaCode, ctx);
      const { citizenId } = enrolmentSecrets.openFields(record);
      const missing = findGateItems({ ...record, citizenId }, ages, on).filter(({ open }) => !open);
      if (missing.length > 0)
        throw new AppError('gateClosed', {
          items: missing.map((item) => item.id).join(','),
          zh: missing.map((item) => item.zh).join('、'),
          en: missing.map((item) => item.en).join('; '),
        });
      return { set: { enteredOn: on, missing: [] } };
    },
    ctx,
  );
}

/**
 * A person leaves the site; everything owed to him is due the same day, and the record stays open until it is settled.
 * Somebody who was never let in is taken off the roster without a settlement.
 * @law WAG-7
 */
export function leaveSite(id: string, version: number, input: LeaveSite, ctx: Ctx): Promise<EnrolmentView> {
  const { on, reason } = input;
  return move(
    { id, version, action: 'leave' },
    input,
    async (record) => {
      if (record.enteredOn !== undefined && on < record.enteredOn)
        throw wrongField('on', '退场不能早于进场', 'Nobody leaves before he enters');
      const last = await lastDayAttended(record._id);
      if (last !== null && last > on)
        throw wrongField(
          'on',
          `${last} 还有考勤，退场日不能早于这一天`,
          `He worked on ${last}: not before that day`,
        );
      const settlement = record.enteredOn === undefined ? {} : { settlement: { dueOn: on } };
      return { set: { leftOn: on, leaveReason: reason, ...settlement }, unset: { openIn: 1, elsewhere: 1 } };
    },
    ctx,
  );
}

/** Records that everything owed to a person who left was paid. @law WAG-7 */
export function settleEnrolment(
  id: string,
  version: number,
  input: SettleEnrolment,
  ctx: Ctx,
): Promise<EnrolmentView> {
  return move(
    { id, version, action: 'settle' },
    input,
    (record) => {
      if (record.leftOn !== undefined && input.on < record.leftOn)
        throw wrongField('on', '结清日期不能早于退场', 'Not before the day he left');
      return Promise.resolve({
        set: { 'settlement.settledOn': input.on, 'settlement.note': input.note },
      });
    },
    ctx,
  );
}
