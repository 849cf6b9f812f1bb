import type { PayrollEntry } from '../../core/contract/payroll.ts';
import type { StandardBundle, Taken } from '../../core/contract/standard-data.ts';
import type { Fen } from '../../core/kit/money.ts';
import { addFen, fen, fenFromYuanText, ZERO_FEN } from '../../core/kit/money.ts';
import type { Ctx } from '../../platform/context.ts';
import { takeOverSheet } from '../payroll/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { handOverPeople } from '../roster/index.ts';
import type { BundleFaults } from './bundle-faults.ts';
import type { TeamsByNumber } from './import-teams.ts';
import { teamNamed } from './import-teams.ts';
import { hundredthsOf } from './standard-words.ts';

type Payroll = StandardBundle['payrolls'][number];
type Detail = Payroll['details'][number];

interface Row {
  /** Places of the bundle this row was made of. */
  at: number;
  entry: PayrollEntry;
}

/** Files each month through payroll's own checks; what blocks one of them keeps the whole bundle out. */
export async function importPayrolls(
  { payrolls: written }: StandardBundle,
  { project, byNumber }: { project: ProjectRef; byNumber: TeamsByNumber },
  faults: BundleFaults,
  ctx: Ctx,
): Promise<Taken> {
  const payrolls = { made: 0, known: 0 };
  for (const [index, payroll] of written.entries()) {
    const path = `payrolls.${index}`;
    const team = teamNamed(payroll, path, byNumber, faults);
    if (team === null) continue;
    const rows = rowsOf(payroll, await namesOf(project.id, payroll.payMonth));
    const entries = rows.map(({ entry }) => entry);
    const taken = await takeOverSheet({ project, team, payMonth: payroll.payMonth }, entries, ctx);
    if (taken === 'filed') payrolls.made += 1;
    else if (taken === 'known') payrolls.known += 1;
    else
      for (const { row, rule, zh, en } of taken.blocking) {
        const at = rows[row - 1]?.at;
        faults.add(at === undefined ? path : `${path}.details.${at}`, rule, zh, en);
      }
  }
  return payrolls;
}

/** A payroll of the standard names nobody: his name is the roster's. */
async function namesOf(projectId: string, month: Payroll['payMonth']): Promise<Map<string, string>> {
  const people = await handOverPeople(projectId, month);
  return new Map(people.flatMap(({ citizenId, record }) => (citizenId ? [[citizenId, record.name]] : [])));
}

/** A wage and the back pay beside it are one row of ours; any further row of the person is found by the checks. */
function rowsOf({ details }: Payroll, names: ReadonlyMap<string, string>): Row[] {
  const rows: Row[] = [];
  const wages = new Map<string, Row>();
  for (const [at, detail] of details.entries()) {
    const wage = wages.get(detail.idCardNumber);
    if (detail.isBackPay === '1' && wage !== undefined && wage.entry.backPayFen === 0) {
      wage.entry = together(wage.entry, entryOf(detail, names));
      continue;
    }
    const row = { at, entry: entryOf(detail, names) };
    rows.push(row);
    if (detail.isBackPay === '0' && wage === undefined) wages.set(detail.idCardNumber, row);
  }
  return rows;
}

/** What is taken off is not told by kind: the difference stands under `other`, with these words as its ground. */
const GROUND = '国家数据标准导入，扣款未分项';

function entryOf(detail: Detail, names: ReadonlyMap<string, string>): PayrollEntry {
  const { idCardNumber, days, workHours, payRollBankCardNumber, backPayMonth, isBackPay } = detail;
  const grossFen = fenFromYuanText(detail.totalPayAmount);
  const netFen = fenFromYuanText(detail.actualAmount);
  return {
    ...{ name: names.get(idCardNumber) ?? '', citizenId: idCardNumber },
    ...(payRollBankCardNumber === undefined ? {} : { bankCard: payRollBankCardNumber }),
    ...{ payKind: 'TIME_RATE', daysHundredths: hundredthsOf(days ?? '0') },
    ...(workHours === undefined ? {} : { hoursHundredths: hundredthsOf(workHours) }),
    ...{ overtimeFen: ZERO_FEN, allowancesFen: ZERO_FEN, advanceFen: ZERO_FEN },
    backPayFen: isBackPay === '1' ? grossFen : ZERO_FEN,
    ...(isBackPay === '1' && backPayMonth !== undefined ? { backPayMonth } : {}),
    ...{ grossFen, netFen, isSigned: false, ...takenOff(grossFen, netFen) },
  };
}

function takenOff(grossFen: Fen, netFen: Fen): Pick<PayrollEntry, 'deductions' | 'otherGround'> {
  const other = fen(Math.max(0, grossFen - netFen)); // more paid than earned is found by the checks
  const none = { incomeTax: ZERO_FEN, socialInsurance: ZERO_FEN, courtOrdered: ZERO_FEN, damage: ZERO_FEN };
  return { deductions: { ...none, other }, ...(other === 0 ? {} : { otherGround: GROUND }) };
}

function together(wage: PayrollEntry, back: PayrollEntry): PayrollEntry {
  const grossFen = addFen(wage.grossFen, back.grossFen);
  const netFen = addFen(wage.netFen, back.netFen);
  const { backPayFen, backPayMonth } = back;
  return {
    ...{ ...wage, ...takenOff(grossFen, netFen), grossFen, netFen, backPayFen },
    ...(backPayMonth === undefined ? {} : { backPayMonth }),
  };
}
