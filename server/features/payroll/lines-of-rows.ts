import { Types } from 'mongoose';
import type { DeductionKind } from '../../core/contract/payroll.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PayrollRow } from '../../core/pay/payroll-row.ts';
import { findPhones, openEnrolments } from '../roster/index.ts';
import { inSlices } from '../sheet-checks/index.ts';
import type { CheckedPayroll } from './check-payroll.ts';
import { lineSecrets } from './payroll-line.model.ts';
import type { FilingScope } from './payroll-scope.ts';
import type { PayrollLineRecord } from './payroll.record.ts';

export type NewLine = Omit<PayrollLineRecord, 'sheetId'>;

/**
 * The rows as they will be stored: with the person of the roster, and sealed copies of identity, card and phone as they
 * stood on this day. A row without a card takes the one of the roster. Made before the transaction, which stays short.
 */
export async function linesOf(scope: FilingScope, { rows, facts }: CheckedPayroll): Promise<NewLine[]> {
  const { projectId, teamId, payMonth } = scope;
  const knownOf = (row: PayrollRow): Known => {
    const known = row.personKey === null ? undefined : facts.people.get(row.personKey);
    if (known === undefined) throw new Error('A row without its person cannot be filed');
    return known;
  };
  const phoneOf = await findPhones({ projectId, teamId }, payMonth);
  const cardless = rows.filter(({ bankCard }) => bankCard === null);
  const opened = await openEnrolments(cardless.map((row) => knownOf(row).person.enrolmentId));
  const cards = new Map(opened.map(({ enrolmentId, bankCard }) => [enrolmentId, bankCard]));
  const lines: NewLine[] = [];
  await inSlices(rows, (row) => {
    const known = knownOf(row);
    const { enrolmentId } = known.person;
    const bankCard = row.bankCard ?? cards.get(enrolmentId);
    lines.push(lineOf(scope, row, known, { phone: phoneOf(enrolmentId), bankCard }));
  });
  return lines;
}

type Known = CheckedPayroll['facts']['people'] extends ReadonlyMap<string, infer Facts> ? Facts : never;

function lineOf(
  { project, team, payMonth }: FilingScope,
  row: PayrollRow,
  { person, attendedHundredths }: Known,
  { phone, bankCard }: { phone: string | undefined; bankCard: string | undefined },
): NewLine {
  const _id = new Types.ObjectId();
  const { hoursHundredths, dayRateFen, piecesHundredths, piecePriceFen, backPayMonth, otherGround } = row;
  const given = { hoursHundredths, dayRateFen, piecesHundredths, piecePriceFen, backPayMonth, otherGround };
  const filled = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  const { workerId, enrolmentId, name, bankName, workType } = person;
  return {
    ...{ _id, version: 1, standing: true, row: row.row, payMonth },
    ...{ projectId: project.id, areaCode: project.areaCode, employerId: team.employerId, teamId: team.id },
    ...{ workerId, enrolmentId, workerName: name, workType },
    ...lineSecrets.sealFields(_id, { citizenId: row.citizenId ?? undefined, bankCard, phone }),
    ...(bankName === undefined ? {} : { bankName }),
    ...(attendedHundredths === undefined ? {} : { attendedHundredths }),
    ...filled,
    // Whole fen, not negative, and there: a blocking problem would have kept the row out.
    ...({
      payKind: row.payKind,
      daysHundredths: row.daysHundredths,
      overtimeFen: row.overtimeFen,
      allowancesFen: row.allowancesFen,
      backPayFen: row.backPayFen,
      grossFen: row.grossFen,
      advanceFen: row.advanceFen,
      netFen: row.netFen,
      deductions: row.deductions as Record<DeductionKind, Fen>,
    } as Pick<
      PayrollLineRecord,
      | 'payKind'
      | 'daysHundredths'
      | 'overtimeFen'
      | 'allowancesFen'
      | 'backPayFen'
      | 'grossFen'
      | 'advanceFen'
      | 'netFen'
      | 'deductions'
    >),
    isSigned: row.isSigned,
    answers: [],
    bank: { state: 'none', attempts: 0 },
  };
}
