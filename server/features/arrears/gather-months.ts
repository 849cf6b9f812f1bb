import { creditsByMonth } from '../../core/arrears/paid.ts';
import type { PersonMonth, WorkOfMonth } from '../../core/arrears/person-month.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { fen } from '../../core/kit/money.ts';
import type { CaseRecord, ClaimRecord } from '../cases/index.ts';
import { nameAndPhoneOf } from '../cases/index.ts';
import type { LineOfWorker } from '../payroll/index.ts';
import { linesOfWorkers } from '../payroll/index.ts';
import type { MarkedEnrolment, MonthOfWork } from '../roster/index.ts';
import { enrolmentsByMarks, workOfMonths } from '../roster/index.ts';
import { findByCitizenIndexes } from '../workers/index.ts';
import { groupBy } from './group-by.ts';

/** A claim with everything on record of its months. */
export interface PersonMonths {
  claim: ClaimRecord;
  months: PersonMonth[];
}

/**
 * What is on record of everybody on the sheet, month by month, in five questions whatever their number. A person is known
 * by citizen id; by phone only together with the name, because a phone may be passed around a dormitory.
 */
export async function gatherMonths(
  { projectId }: Pick<CaseRecord, 'projectId'>,
  claims: readonly ClaimRecord[],
  months: readonly PayMonth[],
): Promise<PersonMonths[]> {
  const [from, to] = [months[0], months.at(-1)];
  if (projectId === undefined || from === undefined || to === undefined)
    return claims.map((claim) => ({ claim, months: monthsOf(claim, NOTHING, months) }));
  const marks = {
    citizenIdIndexes: claims.flatMap(({ citizenIdIndex }) => citizenIdIndex ?? []),
    phoneIndexes: claims.flatMap(({ phoneIndex }) => phoneIndex ?? []),
  };
  const enrolments = await enrolmentsByMarks(projectId, marks);
  const workers = await findByCitizenIndexes(marks.citizenIdIndexes);
  const work = groupBy(
    await workOfMonths(
      enrolments.map(({ enrolmentId }) => enrolmentId),
      from,
      to,
    ),
    ({ enrolmentId }) => enrolmentId,
  );
  const workerIds = [...new Set([...enrolments.map(({ workerId }) => workerId), ...workers.values()])];
  const lines = groupBy(await linesOfWorkers(workerIds, projectId, from), ({ workerId }) => workerId);
  const byId = groupBy(enrolments, ({ citizenIdIndex }) => citizenIdIndex ?? '');
  const byPhone = groupBy(enrolments, ({ phoneIndex }) => phoneIndex ?? '');
  return claims.map((claim) => {
    const own = ownEnrolments(claim, byId, byPhone);
    const ids = new Set(own.map(({ workerId }) => workerId));
    const known = claim.citizenIdIndex === undefined ? undefined : workers.get(claim.citizenIdIndex);
    if (known !== undefined) ids.add(known);
    const found = { enrolments: own, work, lines: [...ids].flatMap((id) => lines.get(id) ?? []) };
    return { claim, months: monthsOf(claim, found, months) };
  });
}

interface Found {
  enrolments: readonly MarkedEnrolment[];
  work: ReadonlyMap<string, readonly MonthOfWork[]>;
  lines: readonly LineOfWorker[];
}
const NOTHING: Found = { enrolments: [], work: new Map(), lines: [] };

function ownEnrolments(
  claim: ClaimRecord,
  byId: ReadonlyMap<string, MarkedEnrolment[]>,
  byPhone: ReadonlyMap<string, MarkedEnrolment[]>,
): MarkedEnrolment[] {
  const { citizenIdIndex, phoneIndex } = claim;
  const sure = citizenIdIndex === undefined ? [] : (byId.get(citizenIdIndex) ?? []);
  const near = phoneIndex === undefined ? [] : (byPhone.get(phoneIndex) ?? []);
  const unsure = near.filter((one) => one.citizenIdIndex === undefined || citizenIdIndex === undefined);
  const name = unsure.length === 0 ? undefined : nameAndPhoneOf(claim).name;
  return [...new Set([...sure, ...unsure.filter((one) => one.name === name)])];
}

function monthsOf(
  claim: ClaimRecord,
  { enrolments, work, lines }: Found,
  months: readonly PayMonth[],
): PersonMonth[] {
  const credits = creditsByMonth(
    lines.flatMap(({ id, payMonth, backPayFen, backPayMonth, credited }) =>
      credited === undefined
        ? []
        : [
            {
              payMonth,
              ...credited,
              recordId: id,
              ...(backPayMonth === undefined ? {} : { backPay: { fen: backPayFen, payMonth: backPayMonth } }),
            },
          ],
    ),
  );
  const standing = lines.filter((line) => line.standing);
  return months.map((payMonth) => {
    const stated = claim.months.find((one) => one.payMonth === payMonth);
    return {
      payMonth,
      work: workOf(payMonth, enrolments, work, standing),
      credits: credits.get(payMonth) ?? [],
      ...(stated === undefined ? {} : { statedFen: stated.owedFen }),
    };
  });
}

function workOf(
  payMonth: PayMonth,
  enrolments: readonly MarkedEnrolment[],
  work: Found['work'],
  lines: readonly LineOfWorker[],
): WorkOfMonth[] {
  const ofMonth = lines.filter((line) => line.payMonth === payMonth);
  const ids = new Set(enrolments.map(({ enrolmentId }) => enrolmentId));
  const onRoster = enrolments.map((enrolment) => {
    const attended = work.get(enrolment.enrolmentId)?.find(({ month }) => month === payMonth);
    const line = ofMonth.find(({ enrolmentId }) => enrolmentId === enrolment.enrolmentId);
    return {
      ...(attended === undefined ? {} : { attended }),
      rate: rateOf(enrolment),
      ...(line === undefined ? {} : { payroll: figuresOf(line) }),
    };
  });
  const others = ofMonth.filter(({ enrolmentId }) => enrolmentId === undefined || !ids.has(enrolmentId));
  return [...onRoster, ...others.map((line) => ({ payroll: figuresOf(line) }))];
}

const rateOf = ({ enrolmentId, payKind, ...rates }: MarkedEnrolment): NonNullable<WorkOfMonth['rate']> => {
  const { dayRateFen, monthRateFen, piecePriceFen } = rates;
  return {
    payKind,
    recordId: enrolmentId,
    ...(dayRateFen === undefined ? {} : { dayRateFen }),
    ...(monthRateFen === undefined ? {} : { monthRateFen }),
    ...(piecePriceFen === undefined ? {} : { piecePriceFen }),
  };
};

/** Back pay is of another month: it is not earned in this one. */
function figuresOf(line: LineOfWorker): NonNullable<WorkOfMonth['payroll']> {
  const { piecesHundredths, piecePriceFen } = line;
  return {
    recordId: line.id,
    grossFen: fen(Math.max(0, line.grossFen - line.backPayFen)),
    extrasFen: fen(line.overtimeFen + line.allowancesFen),
    advanceFen: line.advanceFen,
    deductions: line.deductions,
    isConfirmed: line.isConfirmed,
    ...(piecesHundredths === undefined ? {} : { piecesHundredths }),
    ...(piecePriceFen === undefined ? {} : { piecePriceFen }),
  };
}
