import { addMonths, type PlainDate } from '../kit/plain-date.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { startDeadline, type Deadline } from '../law/deadline.ts';
import type { ChecklistFact, ChecklistFacts } from './checklist-facts.ts';
import { metOn, openState } from './checklist-facts.ts';

type AccountFacts = Pick<
  ChecklistFacts,
  'contract' | 'account' | 'accountFromFen' | 'accountFromMonths' | 'isFinished'
>;

/**
 * Is the wage account of the project open, filed and under its three-party agreement? It is to be opened 30 days after
 * the contract was signed and filed 30 days after it was opened; a last day that is a day off moves to the next working
 * day. Small works are let off only where the area has said so.
 * @example contract of 2026-01-16: 30 days end on 2026-02-15, Spring Festival, so the account is due on 2026-02-24
 * @law REG-26-1
 * @law ACC-4
 * @law ACC-8
 */
export function accountFact(facts: AccountFacts, today: PlainDate, calendar: Calendar): ChecklistFact {
  const { contract, account } = facts;
  if (account?.closedOn !== undefined) return closedFact(account.closedOn, facts.isFinished === true);
  if (account !== undefined) return openedFact(account, contract, today, calendar);
  if (contract === undefined) return NO_CONTRACT;
  if (isLetOff(contract, facts)) return LET_OFF;
  const deadline = startDeadline('accountOpening', contract.signedOn, calendar);
  return {
    state: openState(deadline.dueOn, today),
    zh: '尚未登记农民工工资专用账户',
    en: 'No wage account is on record',
    deadline,
  };
}

/** Closed after the works, as it should be; or while they go on, and then another one is due. @law REG-27-2 */
const closedFact = (closedOn: PlainDate, isFinished: boolean): ChecklistFact =>
  isFinished
    ? { state: 'done', zh: `已于 ${closedOn} 销户`, en: `Closed on ${closedOn}` }
    : {
        state: 'missing',
        zh: `原账户已于 ${closedOn} 销户，工程没有完工，还没有登记新开立的账户`,
        en: `Closed on ${closedOn} while the works go on; no new account is on record`,
      };

function openedFact(
  { openedOn, filedOn, tripartiteSignedOn }: NonNullable<AccountFacts['account']>,
  contract: AccountFacts['contract'],
  today: PlainDate,
  calendar: Calendar,
): ChecklistFact {
  const filing = startDeadline('accountFiling', openedOn, calendar);
  if (filedOn === undefined) {
    return {
      state: openState(filing.dueOn, today),
      zh: '账户已开立，尚未备案',
      en: 'The account is open but not filed',
      deadline: filing,
    };
  }
  if (tripartiteSignedOn === undefined) {
    return {
      state: 'missing',
      zh: '账户已开立并备案，未登记资金管理三方协议',
      en: 'The account is open and filed; the three-party agreement is not on record',
    };
  }
  return { state: 'done', ...opened(openedOn, contract, calendar), deadline: metOn(filing, filedOn) };
}

/** An account that came late is there, and the record says that it was late. */
function opened(
  openedOn: PlainDate,
  contract: AccountFacts['contract'],
  calendar: Calendar,
): { zh: string; en: string } {
  const due: Deadline | undefined =
    contract === undefined ? undefined : startDeadline('accountOpening', contract.signedOn, calendar);
  if (due !== undefined && openedOn > due.dueOn) {
    return {
      zh: `账户已开立、备案并签三方协议；开户日 ${openedOn}，晚于期限 ${due.dueOn}`,
      en: `Open, filed and under a three-party agreement; opened on ${openedOn}, after ${due.dueOn}`,
    };
  }
  return {
    zh: '账户已开立、备案并签三方协议',
    en: 'Open, filed and under a three-party agreement',
  };
}

/** Is a contract below what the area asks an account for? @law ACC-4 */
export function isLetOff(
  { amountFen, plannedFrom, plannedUntil }: NonNullable<AccountFacts['contract']>,
  { accountFromFen, accountFromMonths }: AccountFacts,
): boolean {
  if (accountFromFen !== undefined && amountFen < accountFromFen) return true;
  return accountFromMonths !== undefined && plannedUntil < addMonths(plannedFrom, accountFromMonths);
}

const NO_CONTRACT: ChecklistFact = {
  state: 'unknown',
  zh: '未登记施工合同，无法确定开户期限',
  en: 'No contract is on record, so the day by which the account is due is not known',
};
const LET_OFF: ChecklistFact = {
  state: 'notRequired',
  zh: '低于本地区须开专户的标准',
  en: 'Below the threshold of this area from which an account is due',
};
