import type { BondRequirement } from '../contract/safeguards.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { bondDeadline } from './bond-requirement.ts';
import type { ChecklistFact, ChecklistFacts } from './checklist-facts.ts';
import { metOn, openState } from './checklist-facts.ts';

type BondFacts = Pick<ChecklistFacts, 'contract' | 'permit' | 'bond' | 'bondRequired' | 'isFinished'>;
type Bond = NonNullable<BondFacts['bond']>;

/**
 * Is the wage bond stored, or a guarantee in its place, high enough and still running? Where the area has set no rates,
 * whether it is high enough is not known, and the answer says so.
 * @law REG-32-1
 * @law BON-2
 */
export function bondFact(facts: BondFacts, today: PlainDate, calendar: Calendar): ChecklistFact {
  const { bond, bondRequired } = facts;
  if (bondRequired.state === 'exempt')
    return { state: 'notRequired', zh: bondRequired.zh, en: bondRequired.en };
  if (bond?.returnedOn !== undefined) return returnedFact(bond.returnedOn, facts.isFinished === true);
  if (bond?.validUntil !== undefined && bond.validUntil < today) return expired(bond.validUntil);
  if (bondRequired.state !== 'required') return unknownAmount(bond, bondRequired.state);
  return requiredFact(facts, bondRequired, today, calendar);
}

function requiredFact(
  { contract, permit, bond }: BondFacts,
  { amountFen, floorFen }: Extract<BondRequirement, { state: 'required' }>,
  today: PlainDate,
  calendar: Calendar,
): ChecklistFact {
  if (contract === undefined) return unknownAmount(bond, 'noContract');
  const starts = {
    signedOn: contract.signedOn,
    ...(permit === undefined ? {} : { permitIssuedOn: permit.issuedOn }),
  };
  const deadline = bondDeadline(starts, calendar);
  if (bond === undefined)
    return { state: openState(deadline.dueOn, today), zh: '尚未存储', en: 'Nothing is stored yet', deadline };
  if (bond.amountFen >= amountFen)
    return { state: 'done', ...stored(bond, deadline.dueOn), deadline: metOn(deadline, bond.storedOn) };
  if (floorFen !== undefined && bond.amountFen >= floorFen) {
    return {
      state: 'unknown',
      zh: '已存储，低于分档金额但不低于多项目下限，是否下浮以当地人社部门核定为准',
      en: 'Stored, below the tier and not below the floor for several projects: the office decides whether it suffices',
      deadline,
    };
  }
  return {
    state: openState(deadline.dueOn, today),
    zh: '已存储，金额不足',
    en: 'Stored, but not enough',
    deadline,
  };
}

/** A bond that came late is there, and the record says that it was late. */
function stored({ storedOn }: Bond, dueOn: PlainDate): { zh: string; en: string } {
  if (storedOn <= dueOn) return { zh: '已足额存储', en: 'Stored in full' };
  return {
    zh: `已足额存储；存储日 ${storedOn}，晚于期限 ${dueOn}`,
    en: `Stored in full on ${storedOn}, after ${dueOn}`,
  };
}

/** Given back after the works; where they go on again nothing is stored. @law BON-19 */
const returnedFact = (returnedOn: PlainDate, isFinished: boolean): ChecklistFact =>
  isFinished
    ? { state: 'done', zh: `已于 ${returnedOn} 返还`, en: `Returned on ${returnedOn}` }
    : {
        state: 'missing',
        zh: `已于 ${returnedOn} 返还，工程没有完工，没有新的保证金`,
        en: `Returned on ${returnedOn} while the works go on; no new bond is on record`,
      };

/** The day a guarantee ran out is the day a new one was due. */
const expired = (validUntil: PlainDate): ChecklistFact => ({
  state: 'overdue',
  zh: '保函或保险已过有效期',
  en: 'The guarantee has run out',
  dueOn: validUntil,
});

function unknownAmount(bond: Bond | undefined, why: 'notSet' | 'noContract'): ChecklistFact {
  const there =
    bond === undefined
      ? { zh: '未登记保证金', en: 'No bond is on record' }
      : { zh: '已登记保证金', en: 'A bond is on record' };
  const reason =
    why === 'notSet'
      ? {
          zh: '本地区未设置存储比例，无法核对应存金额',
          en: 'this area has set no rates, so the amount due is not known',
        }
      : {
          zh: '未登记施工合同，无法核对应存金额',
          en: 'no contract is on record, so the amount due is not known',
        };
  return { state: 'unknown', zh: `${there.zh}；${reason.zh}`, en: `${there.en}; ${reason.en}` };
}
