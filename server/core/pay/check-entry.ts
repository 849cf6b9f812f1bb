import type { NumberFault } from '../kit/identity-numbers.ts';
import { checkBankCard, checkCitizenId } from '../kit/identity-numbers.ts';
import { lastDayOf } from '../kit/plain-date.ts';
import { checkDeductions, checkGross, checkLevel, checkNet, checkNumbers } from './check-amounts.ts';
import type { PayrollFinding, PayrollRuleId } from './payroll-rules.ts';
import type { MonthFacts, PayrollRow, PersonFacts } from './payroll-row.ts';
import { plainHundredths } from './payroll-row.ts';

type Find = (rule: PayrollRuleId, facts?: PayrollFinding['facts'], column?: string) => void;

/**
 * Everything that can be said of one row by itself and by what is on record of its person: identity, roster, contract,
 * days, sums, deductions, minimum wage and card. What is not known is not held against anybody: without
 * attendance no days are compared, without a standard no minimum.
 */
export function checkEntry(
  row: PayrollRow,
  person: PersonFacts | undefined,
  month: MonthFacts,
): PayrollFinding[] {
  const found: PayrollFinding[] = [];
  const find: Find = (rule, facts, column) => {
    found.push({
      row: row.row,
      rule,
      ...(facts === undefined ? {} : { facts }),
      ...(column === undefined ? {} : { column }),
    });
  };
  if (checkIdentity(row, month, find)) checkPerson(row, person, find);
  checkCard(row, person, find);
  const usable = checkNumbers(row, find);
  if (usable.all('daysHundredths')) checkDays(row, person, month, find);
  checkGross(row, usable, find);
  checkNet(row, usable, find);
  checkDeductions(row, month, usable, find);
  checkLevel(row, person, month, usable, find);
  if (row.backPayFen > 0 && (row.backPayMonth === null || row.backPayMonth >= month.payMonth)) {
    find('backPay.month');
  }
  return found;
}

const IDENTITY_RULES: Readonly<Record<NumberFault, PayrollRuleId>> = {
  length: 'identity.format',
  characters: 'identity.format',
  checkDigit: 'identity.checkDigit',
  birthDate: 'identity.birthDate',
  birthInFuture: 'identity.birthDate',
};

/** @law VAL-ID */
function checkIdentity(row: PayrollRow, { today }: MonthFacts, find: Find): boolean {
  if (row.name === null) find('name.missing');
  if (row.citizenId === null) {
    find('identity.missing');
    return false;
  }
  const facts = checkCitizenId(row.citizenId, today);
  if (!facts.ok) find(IDENTITY_RULES[facts.fault]);
  return facts.ok;
}

/** Blanks and the dot inside names of minorities do not make another name. */
const plainName = (name: string): string => name.normalize('NFKC').replace(/[\s·•・]/gu, '');

/** @law REG-28-1 */
function checkPerson(row: PayrollRow, person: PersonFacts | undefined, find: Find): void {
  if (person === undefined) return find('roster.missing');
  if (row.name !== null && row.name !== person.name && plainName(row.name) !== plainName(person.name)) {
    find('name.differs', { onRoster: person.name });
  }
  if (!person.hasContract) find('roster.contract');
  if (person.elsewhere !== undefined) find('person.elsewhere', { count: person.elsewhere.sheets });
}

/** @law VAL-BANK REG-31-1 */
function checkCard({ bankCard, cardKey }: PayrollRow, person: PersonFacts | undefined, find: Find): void {
  if (bankCard === null) {
    // The roster's own card is the one that is paid to; only where there is none either money cannot arrive.
    if (person?.cardKey === undefined) find('card.missing');
    return;
  }
  const card = checkBankCard(bankCard);
  if (!card.ok) return find('card.format');
  if (!card.luhn) find('card.luhn');
  if (person?.cardKey !== undefined && person.cardKey !== cardKey) find('card.differs');
}

function checkDays(row: PayrollRow, person: PersonFacts | undefined, month: MonthFacts, find: Find): void {
  const days = row.daysHundredths ?? 0;
  const inMonth = Number(lastDayOf(month.payMonth).slice(8));
  const { attendedHundredths: attended, elsewhere } = person ?? {};
  if (days > inMonth * 100) return find('days.overMonth', { days: plainHundredths(days), inMonth });
  if (attended !== undefined && days > attended) {
    find('days.overAttendance', { days: plainHundredths(days), attended: plainHundredths(attended) });
  }
  const together = days + (elsewhere?.daysHundredths ?? 0);
  if (elsewhere !== undefined && together > inMonth * 100) {
    find('days.overMonthTogether', { together: plainHundredths(together), inMonth });
  }
}
