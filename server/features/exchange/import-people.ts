import type { StandardBundle, Taken } from '../../core/contract/standard-data.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { parsePlainDate } from '../../core/kit/plain-date.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { NewEnrolment, StandingPerson, TeamRef } from '../roster/index.ts';
import { checkPerson, enrolMany, standingIn } from '../roster/index.ts';
import type { BundleFaults } from './bundle-faults.ts';
import { present } from './bundle-faults.ts';
import type { TeamsByNumber } from './import-teams.ts';
import { teamNamed } from './import-teams.ts';
import { CITIZEN_CARD, workRoleOf } from './standard-words.ts';

type Written = StandardBundle['workers'][number];

/** Where a fault of a person stands in the bundle. */
const PLACES: Readonly<Partial<Record<string, string>>> = {
  citizenId: 'idCardNumber',
  phone: 'cellPhone',
  bankCard: 'payRollBankCardNumber',
};

/**
 * Puts people on the rosters of their teams. Whoever was let in by the other register is on site from his day of entry,
 * and what our own gate misses of him (the standard knows no training) stays marked. It knows no rate of pay either.
 */
export async function importPeople(
  { workers: written }: StandardBundle,
  byNumber: TeamsByNumber,
  faults: BundleFaults,
  ctx: Ctx,
): Promise<Taken> {
  const workers = { made: 0, known: 0 };
  const places = new Map<string, { team: TeamRef; there: StandingPerson[]; people: NewEnrolment[] }>();
  for (const [at, worker] of written.entries()) {
    const path = `workers.${at}`;
    const team = teamNamed(worker, path, byNumber, faults);
    const person = readPerson(worker, path, faults, ctx);
    if (team === null || person === null) continue;
    const place = places.get(team.id) ?? { team, there: await standingIn(team), people: [] };
    places.set(team.id, place);
    const citizenIdIndex = blindIndex('citizenId', present(person.citizenId));
    if (place.there.some((one) => isSame(one, citizenIdIndex, person))) workers.known += 1;
    else {
      place.people.push(person);
      const { enteredOn, leftOn } = person;
      const days = { ...(enteredOn ? { enteredOn } : {}), ...(leftOn ? { leftOn } : {}) };
      place.there.push({ enrolmentId: '', citizenIdIndex, ...days });
    }
  }
  faults.stop();
  for (const { team, people } of places.values()) {
    if (people.length === 0) continue;
    const { enrolled, known } = await enrolMany(team, people, ctx);
    workers.made += enrolled.length;
    workers.known += known;
  }
  return workers;
}

/** One person stands once in a team at a time; each stay that has ended is told by its day of entry. */
const isSame = (one: StandingPerson, index: string, { enteredOn, leftOn }: NewEnrolment): boolean =>
  one.citizenIdIndex === index &&
  (one.enteredOn === enteredOn || (one.leftOn === undefined && leftOn === undefined));

function readPerson(worker: Written, path: string, faults: BundleFaults, ctx: Ctx): NewEnrolment | null {
  if (worker.idCardType !== CITIZEN_CARD) {
    faults.add(`${path}.idCardType`, 'idCardType', '目前只支持居民身份证（01）', 'Only 01, citizen id');
    return null;
  }
  const [enteredOn, leftOn] = [dayOf(worker.entryTime), dayOf(worker.exitTime)];
  if (!checkDays(enteredOn, leftOn, path, faults, ctx)) return null;
  const content = contentOf(worker);
  const checked = checkPerson(content, ctx.today);
  const blocking = checked.faults.filter(({ level, rule }) => level === 'block' && rule !== 'pay.time');
  for (const { field, rule, zh, en } of blocking)
    faults.add(`${path}.${PLACES[field] ?? field}`, rule, zh, en);
  if (blocking.length > 0) return null;
  const stay =
    enteredOn === undefined
      ? {}
      : { enteredOn, isInAlready: true, ...(leftOn === undefined ? {} : { ...goneOn(leftOn) }) };
  return { ...content, ...checked.secrets, ...stay } as NewEnrolment; // numbers as checked, none of them undefined
}

/** Whether he was paid when he left is not told, so the settlement stays open. @law WAG-7 */
const goneOn = (leftOn: PlainDate) => ({
  ...{ state: 'left' as const, leftOn, leaveReason: '国家数据标准导入' },
  settlement: { dueOn: leftOn },
});

function checkDays(
  enteredOn: PlainDate | undefined,
  leftOn: PlainDate | undefined,
  path: string,
  faults: BundleFaults,
  { today }: Ctx,
): boolean {
  if (enteredOn !== undefined && enteredOn > today)
    faults.add(`${path}.entryTime`, 'day.future', '日期不能晚于今天', 'The day lies in the future');
  else if (leftOn !== undefined && leftOn > today)
    faults.add(`${path}.exitTime`, 'day.future', '日期不能晚于今天', 'The day lies in the future');
  else if (leftOn !== undefined && (enteredOn === undefined || leftOn < enteredOn))
    faults.add(`${path}.exitTime`, 'worker.days', '退场不能早于进场', 'Nobody leaves before he enters');
  else return true;
  return false;
}

const dayOf = (text: string | undefined): PlainDate | undefined => parsePlainDate(text ?? '') ?? undefined;

/** The standard tells neither the day of signing nor whether it is a contract or an agreement: from its first day, a contract. */
function contentOf(worker: Written) {
  const { workerName, workType, workRole, isTeamLeader, hasContract, contract } = worker;
  const from = hasContract === '1' ? dayOf(contract?.startDate) : undefined;
  const until = dayOf(contract?.endDate);
  return {
    ...{ name: workerName, citizenId: worker.idCardNumber, workType, workRole: workRoleOf(workRole) },
    ...{ isTeamLeader: isTeamLeader === '1', payKind: 'TIME_RATE' as const },
    ...(worker.cellPhone === undefined ? {} : { phone: worker.cellPhone }),
    ...(worker.payRollBankCardNumber === undefined ? {} : { bankCard: worker.payRollBankCardNumber }),
    ...(worker.payRollBankName === undefined ? {} : { bankName: worker.payRollBankName }),
    ...(from === undefined
      ? {}
      : {
          contract: {
            ...{ kind: 'labourContract' as const, signedOn: from, from },
            ...(until === undefined ? {} : { until }),
          },
        }),
  };
}
