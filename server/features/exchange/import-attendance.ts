import type { StandardBundle, Taken } from '../../core/contract/standard-data.ts';
import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import { parsePlainDate } from '../../core/kit/plain-date.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { StandingPerson, TakenDay, TeamRef } from '../roster/index.ts';
import { standingIn, takeOverDays } from '../roster/index.ts';
import type { BundleFaults } from './bundle-faults.ts';
import { present } from './bundle-faults.ts';
import type { TeamsByNumber } from './import-teams.ts';
import { teamNamed } from './import-teams.ts';
import { hundredthsOf } from './standard-words.ts';

/** Nobody's day is longer than two days' work or a day's hours. */
const MOST_DAYS = 200;
const MOST_HOURS = 2400;

/** So many days are looked up before others have their turn. */
const SLICE = 500;

interface Place {
  team: TeamRef;
  people: Map<string, StandingPerson[]>;
  days: Map<string, TakenDay>;
}

/** Days of people of the teams' rosters, each within one of their stays; kept as a workbook's, below any device. */
export async function importAttendance(
  { attendance: written }: StandardBundle,
  byNumber: TeamsByNumber,
  faults: BundleFaults,
  ctx: Ctx,
): Promise<Taken> {
  const places = new Map<string, Place>();
  for (const [at, mark] of written.entries()) {
    const path = `attendance.${at}`;
    if (at % SLICE === SLICE - 1) await new Promise<void>((resolve) => setImmediate(resolve));
    const team = teamNamed(mark, path, byNumber, faults);
    if (team === null) continue;
    const place = places.get(team.id) ?? { team, people: await peopleOf(team), days: new Map() };
    places.set(team.id, place);
    const found = findDay(mark, place, path, faults, ctx);
    if (found === null) continue;
    const key = `${found.enrolmentId} ${found.day}`;
    if (place.days.has(key))
      faults.add(`${path}.date`, 'day.twice', '同一人同一天重复', 'The same person and day twice');
    place.days.set(key, found);
  }
  faults.stop();
  let made = 0;
  for (const { team, days } of places.values()) made += await takeOverDays(team, [...days.values()], ctx);
  return { made, known: written.length - made };
}

async function peopleOf(team: TeamRef): Promise<Map<string, StandingPerson[]>> {
  const people = new Map<string, StandingPerson[]>();
  for (const person of await standingIn(team)) {
    const key = person.citizenIdIndex ?? '';
    people.set(key, [...(people.get(key) ?? []), person]);
  }
  return people;
}

function findDay(
  { idCardNumber, date, days, hours }: StandardBundle['attendance'][number],
  { people }: Place,
  path: string,
  faults: BundleFaults,
  { today }: Ctx,
): TakenDay | null {
  const refuse = (field: string, rule: string, zh: string, en: string): null => {
    faults.add(`${path}.${field}`, rule, zh, en);
    return null;
  };
  const checked = checkCitizenId(idCardNumber, today);
  const stays = checked.ok ? people.get(blindIndex('citizenId', checked.value)) : undefined;
  if (stays === undefined)
    return refuse('idCardNumber', 'roster.unknown', '不在本班组名册', 'Not on the roster of the team');
  const day = present(parsePlainDate(date));
  if (day > today) return refuse('date', 'day.future', '这一天还没有到', 'A day of the future');
  const stay = stays.find((one) => isWithin(one, day));
  if (stay === undefined)
    return refuse('date', 'day.offSite', '不在进退场日期之间', 'Not between entry and exit');
  const hundredths = hundredthsOf(days);
  if (hundredths > MOST_DAYS) return refuse('days', 'day.range', '应为 0 到 2 之间', 'Between 0 and 2');
  const { enrolmentId } = stay;
  if (hours === undefined) return { enrolmentId, day, hundredths };
  const hoursHundredths = hundredthsOf(hours);
  if (hoursHundredths > MOST_HOURS)
    return refuse('hours', 'day.hours', '不能超过 24 小时', 'At most 24 hours');
  return { enrolmentId, day, hundredths, hoursHundredths };
}

const isWithin = ({ enteredOn, leftOn }: StandingPerson, day: PlainDate): boolean =>
  enteredOn !== undefined && enteredOn <= day && (leftOn === undefined || day <= leftOn);
