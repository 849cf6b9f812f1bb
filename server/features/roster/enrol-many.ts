import type { EnrolmentState } from '../../core/contract/roster.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { RetirementAges } from '../../core/pay/entry-gate.ts';
import { findGateItems, missingItems } from '../../core/pay/entry-gate.ts';
import type { NewEvent } from '../../platform/audit/index.ts';
import { appendEvents } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { ensureWorkers } from '../workers/index.ts';
import type { PersonContent } from './check-person.ts';
import { refreshElsewhere } from './elsewhere.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { enrolmentDocument, findOpenIn, insertEnrolments } from './enrolment.model.ts';
import { retirementAges } from './retirement-ages.ts';
import type { TeamRef } from './team-refs.ts';

/** So many ids stay well below the size of one event. */
const IDS_IN_EVENT = 300;

/** A person with checked numbers and, where he has one, his time on site. */
export interface NewEnrolment extends PersonContent {
  /** For seeds, which other records refer to. */
  id?: string;
  state?: EnrolmentState;
  enteredOn?: PlainDate;
  leftOn?: PlainDate;
  leaveReason?: string;
  settlement?: NonNullable<EnrolmentRecord['settlement']>;
  /** On site already by another register: he stays there, and what the gate misses of him is shown. */
  isInAlready?: boolean;
}

/** People for the roster of one team. */
export interface PeopleOfTeam {
  team: TeamRef;
  people: readonly NewEnrolment[];
}
export interface Enrolled {
  enrolled: string[];
  known: number;
}

/**
 * Puts many people on the roster of a team at once. Whoever stands in the team already is left as he is; who has a day
 * of entry and misses nothing the gate asks for is on site from that day, the others wait at the gate.
 * @law REG-28-1
 */
export async function enrolMany(team: TeamRef, people: readonly NewEnrolment[], ctx: Ctx): Promise<Enrolled> {
  const [done] = await enrolTeams([{ team, people }], ctx);
  return done ?? { enrolled: [], known: 0 };
}

/**
 * The same for several teams: the store is asked and written as often as for one.
 * @law REG-28-1
 */
export async function enrolTeams(lists: readonly PeopleOfTeam[], ctx: Ctx): Promise<Enrolled[]> {
  return inTransaction(async () => {
    const persons = lists.flatMap(({ team: { areaCode }, people }) =>
      people.map(({ name, citizenId, phone }) => ({ name, citizenId, phone, areaCode })),
    );
    const workerIds = await ensureWorkers(persons, ctx);
    let at = 0;
    const idsOf = lists.map(({ people }) => workerIds.slice(at, (at += people.length)));
    const taken = new Set<string>();
    for (const [list, { team }] of lists.entries())
      for (const { workerId } of await findOpenIn(team.id, idsOf[list] ?? []))
        taken.add(placeOf(team.id, String(workerId)));
    const ages = new Map<string, RetirementAges>();
    for (const { areaCode } of lists.map(({ team }) => team))
      if (!ages.has(areaCode)) ages.set(areaCode, await retirementAges(areaCode, ctx));
    const made = lists.map(({ team, people }, list) =>
      documentsOf(team, people, idsOf[list] ?? [], { taken, ages: ages.get(team.areaCode) ?? {}, ctx }),
    );
    const documents = made.flat();
    await insertEnrolments(documents);
    await refreshElsewhere(documents.map(({ workerId }) => String(workerId)));
    const done = made.map((own) => own.map(({ _id }) => String(_id)));
    await appendEvents(
      lists.flatMap(({ team }, list) => eventsOf(team, done[list] ?? [])),
      ctx,
    );
    return lists.map(({ people }, list) => {
      const enrolled = done[list] ?? [];
      return { enrolled, known: people.length - enrolled.length };
    });
  });
}

const placeOf = (teamId: string, workerId: string): string => `${teamId}:${workerId}`;

/** What is written of those who do not stand in the team yet. */
function documentsOf(
  { areaCode, projectId, employerId, id: teamId }: TeamRef,
  people: readonly NewEnrolment[],
  workerIds: readonly string[],
  { taken, ages, ctx }: { taken: Set<string>; ages: RetirementAges; ctx: Ctx },
) {
  return people.flatMap((person, at) => {
    const workerId = workerIds[at] ?? '';
    const place = placeOf(teamId, workerId);
    if (taken.has(place) && person.state !== 'left') return [];
    if (person.state !== 'left') taken.add(place);
    const { id, citizenId, phone, bankCard, state, isInAlready = false, ...plain } = person;
    const { enteredOn, ...waiting } = plain;
    const missing = missingItems(findGateItems({ ...plain, citizenId }, ages, enteredOn ?? ctx.today));
    const isIn = enteredOn !== undefined && (isInAlready || missing.length === 0);
    const own = { projectId, teamId, employerId, workerId, areaCode, missing, createdAt: ctx.now };
    const where = { ...(isIn ? plain : waiting), state: state ?? (isIn ? ('onSite' as const) : 'pending') };
    return [enrolmentDocument({ ...own, ...where }, { citizenId, phone, bankCard }, id)];
  });
}

function eventsOf({ areaCode, projectId, id }: TeamRef, enrolled: readonly string[]): NewEvent[] {
  const events: NewEvent[] = [];
  for (let at = 0; at < enrolled.length; at += IDS_IN_EVENT) {
    const facts = { projectId, people: enrolled.length, ids: enrolled.slice(at, at + IDS_IN_EVENT) };
    events.push({ subject: `team:${id}`, areaCode, action: 'team.enrolled', facts });
  }
  return events;
}
