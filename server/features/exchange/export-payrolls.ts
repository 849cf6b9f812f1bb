import type { StandardBundle } from '../../core/contract/standard-data.ts';
import type { Fen } from '../../core/kit/money.ts';
import { fen, formatYuan, subtractFen } from '../../core/kit/money.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import type { HandedLine } from '../payroll/index.ts';
import { handOverSheets } from '../payroll/index.ts';
import type { TeamOfFirm } from './export-people.ts';
import { cardOf, identityOf } from './export-people.ts';
import { hundredthsText } from './standard-words.ts';

type Payroll = StandardBundle['payrolls'][number];
type Detail = Payroll['details'][number];

const yuan = (amount: Fen): string => formatYuan(amount, { grouping: false });

/** The sheets of the month that count, in the order of the teams. @law STD-8 STD-9 */
export async function exportPayrolls(
  projectId: string,
  month: PayMonth,
  teams: readonly TeamOfFirm[],
  isWhole: boolean,
): Promise<Payroll[]> {
  const handed = await handOverSheets(projectId, month);
  return teams.flatMap(({ team, corpCode, corpName }) =>
    handed
      .filter(({ sheet }) => sheet.teamId === team.id)
      .map(({ sheet, lines }) => ({
        ...{ corpCode, corpName, teamSysNo: team.id, payMonth: sheet.payMonth },
        details: lines.flatMap((line) => detailsOf(line, isWhole)),
      })),
  );
}

/** Back pay within a wage is a row of its own in the standard; the two rows together are the line. */
function detailsOf({ record, citizenId, bankCard }: HandedLine, isWhole: boolean): Detail[] {
  if (citizenId === undefined) return [];
  const { grossFen, netFen, backPayFen, backPayMonth, daysHundredths, hoursHundredths, bank } = record;
  const person = { ...identityOf(citizenId, isWhole), ...cardOf(bankCard, isWhole) };
  const paid = bank.state === 'credited' && bank.on !== undefined ? { balanceDate: bank.on } : {};
  const back = fen(Math.min(backPayFen, netFen));
  const wage: Detail = {
    ...{ ...person, days: hundredthsText(daysHundredths) },
    ...(hoursHundredths === undefined ? {} : { workHours: hundredthsText(hoursHundredths) }),
    totalPayAmount: yuan(subtractFen(grossFen, backPayFen)),
    actualAmount: yuan(subtractFen(netFen, back)),
    ...{ isBackPay: '0', ...paid },
  };
  if (backPayFen === 0) return [wage];
  const backPay: Detail = {
    ...{ ...person, totalPayAmount: yuan(backPayFen), actualAmount: yuan(back), isBackPay: '1' },
    ...(backPayMonth === undefined ? {} : { backPayMonth }),
    ...paid,
  };
  return [wage, backPay];
}
