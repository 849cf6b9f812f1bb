import type { PunchBatch, PunchesTaken } from '../../core/contract/attendance.ts';
import {
  dayFromNumber,
  dayNumber,
  firstDayOf,
  partsOf,
  payMonthOf,
  startOfShanghaiDay,
  toShanghaiDay,
} from '../../core/kit/plain-date.ts';
import { THRESHOLDS } from '../../core/law/thresholds.ts';
import type { Punch, SeenDay } from '../../core/pay/punch-day.ts';
import { countSeenDay, takePunch } from '../../core/pay/punch-day.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { findProjectByCode, findProjectRef } from '../projects/index.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments } from './enrolment.model.ts';
import { isOnSiteOn } from './mark-attendance.ts';
import { findAnswer, keepAnswer } from './punch-batch.model.ts';
import type { MonthRecord } from './write-attendance.ts';
import { columnsOf, monthsOf, saveMonths } from './write-attendance.ts';

type Person = Pick<
  EnrolmentRecord,
  '_id' | 'projectId' | 'teamId' | 'citizenIdIndex' | 'enteredOn' | 'leftOn'
>;
const MINUTE = 60_000;
const STANDARD_HOURS = THRESHOLDS.payHoursPerDay.values.at(-1)?.value ?? 0;

/**
 * A device's batch, once: the same batchId again is answered as the first time and changes nothing. Each punch is put
 * to the person's day on site; who is not on the site's roster, or a time to come, is told back by its place.
 */
export async function takePunches(batch: PunchBatch, ctx: Ctx): Promise<PunchesTaken> {
  const { actor } = ctx;
  if (actor.kind !== 'machine') throw new AppError('forbidden');
  const project = await findProjectByCode(batch.projectCode);
  // Of a project merged since the device was let in, the one that stands for it.
  const own = actor.projectId === undefined ? null : await findProjectRef(actor.projectId);
  if (project === null || own === null || project.id !== own.id)
    throw wrongField('projectCode', '不是本设备所属的项目', 'Not the project this device belongs to');
  return inTransaction(async () => {
    const known = await findAnswer(actor.clientId, batch.batchId);
    if (known !== null) return known;
    const { places, refused } = await placesOf(batch, project.id, ctx);
    await saveMonths(await withPunches(places), ctx.today);
    const answer: PunchesTaken = { taken: batch.punches.length - refused.length, refused };
    await keepAnswer(actor.clientId, batch.batchId, answer, ctx.now);
    const { id, areaCode } = project;
    const facts = { batchId: batch.batchId, taken: answer.taken, refused: refused.length };
    await appendEvent({ subject: `project:${id}`, areaCode, action: 'attendance.punchesTaken', facts }, ctx);
    return answer;
  });
}

interface Place {
  person: Person;
  punch: Punch;
}

async function placesOf(batch: PunchBatch, projectId: string, ctx: Ctx) {
  const people = await peopleNamed(batch, projectId);
  const refused: PunchesTaken['refused'] = [];
  const places: Place[] = [];
  batch.punches.forEach(({ citizenId, enrolmentId, at, direction }, index) => {
    const moment = Date.parse(at);
    if (moment > ctx.now.getTime()) {
      refused.push({ index, zh: '时间晚于现在', en: 'A time in the future' });
      return;
    }
    const day = toShanghaiDay(moment);
    const key = enrolmentId ?? (citizenId === undefined ? '' : blindIndex('citizenId', citizenId));
    const minute = Math.floor((moment - startOfShanghaiDay(day)) / MINUTE);
    const punch = { day: dayNumber(day), minute, direction };
    // The out of a last night shift comes on the morning after the person's last day.
    const on = direction === 'out' ? [day, dayFromNumber(punch.day - 1)] : [day];
    const person = (people.get(key) ?? []).find((one) => on.some((each) => isOnSiteOn(one, each)));
    if (person === undefined)
      refused.push({ index, zh: '当日不在本项目在场名册', en: 'Not on this site’s roster that day' });
    else places.push({ person, punch });
  });
  return { places, refused };
}

/** The people the batch names, by enrolment id and by blind index of the citizen id (index projectId+name, citizenIdIndex). */
async function peopleNamed({ punches }: PunchBatch, projectId: string): Promise<Map<string, Person[]>> {
  const ids = punches.flatMap(({ enrolmentId }) => (enrolmentId === undefined ? [] : [enrolmentId]));
  const marks = new Set(
    punches.flatMap(({ citizenId }) => (citizenId === undefined ? [] : [blindIndex('citizenId', citizenId)])),
  );
  const fields = { projectId: 1, teamId: 1, citizenIdIndex: 1, enteredOn: 1, leftOn: 1 } as const;
  const named = await Promise.all([
    ids.length === 0 ? [] : Enrolments.find({ _id: { $in: ids }, projectId }, fields).lean(),
    marks.size === 0
      ? []
      : Enrolments.find({ citizenIdIndex: { $in: [...marks] }, projectId }, fields).lean(),
  ]);
  const people = new Map<string, Person[]>();
  const add = (key: string, person: Person): void =>
    void people.set(key, [...(people.get(key) ?? []), person]);
  for (const one of named.flat() as unknown as Person[]) {
    // lean documents with the fields asked for
    add(String(one._id), one);
    if (one.citizenIdIndex !== undefined && marks.has(one.citizenIdIndex)) add(one.citizenIdIndex, one);
  }
  return people;
}

/** The months that the punches change; the month before is read too, where a night shift may have begun. */
async function withPunches(places: readonly Place[]): Promise<MonthRecord[]> {
  const people = [...new Map(places.map(({ person }) => [String(person._id), person])).values()];
  const days = places.flatMap(({ punch }) => [punch.day - 1, punch.day]).map(dayFromNumber);
  const months = new Map<string, Map<string, MonthRecord>>();
  for (const month of new Set(days.map(payMonthOf))) months.set(month, await monthsOf(people, month));
  const changed = new Set<MonthRecord>();
  for (const person of people) {
    const own = places.filter((place) => place.person === person || place.person._id.equals(person._id));
    const records = [...months.values()].flatMap((each) => each.get(String(person._id)) ?? []);
    const seen = seenDays(records);
    const punches = own.map(({ punch }) => punch).sort((a, b) => a.day - b.day || a.minute - b.minute);
    for (const day of new Set(punches.map((punch) => takePunch(seen, punch)))) {
      const record = months.get(payMonthOf(dayFromNumber(day)))?.get(String(person._id));
      if (record === undefined) continue;
      writeDay(record, day, seen.get(day) ?? {});
      changed.add(record);
    }
  }
  return [...changed];
}

function seenDays(records: readonly MonthRecord[]): Map<number, SeenDay> {
  const seen = new Map<number, SeenDay>();
  for (const { month, device } of records) {
    const first = dayNumber(firstDayOf(month));
    device?.days.forEach((_value, at) => {
      const [firstIn, lastOut] = [device.firstIn?.[at] ?? undefined, device.lastOut?.[at] ?? undefined];
      if (firstIn !== undefined || lastOut !== undefined) seen.set(first + at, { firstIn, lastOut });
    });
  }
  return seen;
}

function writeDay(record: MonthRecord, day: number, seen: SeenDay): void {
  const at = partsOf(dayFromNumber(day)).day - 1;
  const device = columnsOf(record, 'device');
  const empty = (): null[] => Array<null>(device.days.length).fill(null);
  const { hundredths, hours } = countSeenDay(seen, STANDARD_HOURS);
  device.days[at] = hundredths;
  device.hours[at] = hours;
  device.firstIn ??= empty();
  device.lastOut ??= empty();
  device.firstIn[at] = seen.firstIn ?? null;
  device.lastOut[at] = seen.lastOut ?? null;
}
