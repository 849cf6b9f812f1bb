import type { EnrolmentState } from '../../core/contract/roster.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { findGateItems, missingItems } from '../../core/pay/entry-gate.ts';
import { appendEvent } from '../../platform/audit/index.ts';
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

/**
 * Puts many people on the roster of a team at once. Whoever stands in the team already is left as he is; who has a day
 * of entry and misses nothing the gate asks for is on site from that day, the others wait at the gate.
 * @law REG-28-1
 */
export async function enrolMany(
  team: TeamRef,
  people: readonly NewEnrolment[],
  ctx: Ctx,
): Promise<{ enrolled: string[]; known: number }> {
  return inTransaction(async () => {
    const { areaCode, projectId, employerId, id: teamId } = team;
    const persons = people.map(({ name, citizenId, phone }) => ({ name, citizenId, phone, areaCode }));
    const workerIds = await ensureWorkers(persons, ctx);
    const inTeam = await findOpenIn(teamId, workerIds);
    const taken = new Set(inTeam.map(({ workerId }) => String(workerId)));
    const ages = await retirementAges(areaCode, ctx);
    const documents = people.flatMap((person, at) => {
      const workerId = workerIds[at] ?? '';
      if (taken.has(workerId) && person.state !== 'left') return [];
      if (person.state !== 'left') taken.add(workerId);
      const { id, citizenId, phone, bankCard, state, isInAlready = false, ...plain } = person;
      const { enteredOn, ...waiting } = plain;
      const missing = missingItems(findGateItems({ ...plain, citizenId }, ages, enteredOn ?? ctx.today));
      const isIn = enteredOn !== undefined && (isInAlready || missing.length === 0);
      const own = { projectId, teamId, employerId, workerId, areaCode, missing, createdAt: ctx.now };
      const place = { ...(isIn ? plain : waiting), state: state ?? (isIn ? ('onSite' as const) : 'pending') };
      return [enrolmentDocument({ ...own, ...place }, { citizenId, phone, bankCard }, id)];
    });
    await insertEnrolments(documents);
    const enrolled = documents.map(({ _id }) => String(_id));
    await refreshElsewhere(documents.map(({ workerId }) => String(workerId)));
    for (let at = 0; at < enrolled.length; at += IDS_IN_EVENT) {
      const facts = { projectId, people: enrolled.length, ids: enrolled.slice(at, at + IDS_IN_EVENT) };
      await appendEvent({ subject: `team:${teamId}`, areaCode, action: 'team.enrolled', facts }, ctx);
    }
    return { enrolled, known: people.length - enrolled.length };
  });
}
