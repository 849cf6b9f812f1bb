import type { ChecklistItem, ChecklistItemId } from '../contract/safeguards.ts';
import { CHECKLIST_ITEMS } from '../contract/safeguards.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { isCitable, printCitation } from '../law/articles.ts';
import type { Calendar } from '../law/calendar/calendar.ts';
import { deadlineView } from '../law/deadline-view.ts';
import { accountFact } from './checklist-account.ts';
import { boardFact } from './checklist-board.ts';
import { bondFact } from './checklist-bond.ts';
import type { ChecklistFact, ChecklistFacts } from './checklist-facts.ts';

/** The article behind each item of the inspection checklist. */
const RULES: Readonly<Record<ChecklistItemId, string>> = {
  labourContract: 'REG-28-1',
  wagePayment: 'REG-14-1',
  realName: 'REG-28-1',
  wageAccount: 'REG-26-1',
  gcDirectPay: 'REG-31-1',
  wageBond: 'REG-32-1',
  rightsBoard: 'REG-34-1',
};

/**
 * The seven things an inspection of a project looks at, each with what the records show: done, missing and still in
 * time, overdue, not required, or unknown because there are no facts. Nothing without facts is ever called done.
 * @law REG-39-1
 */
export function checklist(facts: ChecklistFacts, today: PlainDate, calendar: Calendar): ChecklistItem[] {
  const found: Readonly<Record<ChecklistItemId, ChecklistFact>> = {
    labourContract: contractsFact(facts.coverage),
    wagePayment: facts.wagePayment ?? NO_PAYROLL,
    realName: realNameFact(facts.coverage),
    wageAccount: accountFact(facts, today, calendar),
    gcDirectPay: facts.gcDirectPay ?? NO_PAYROLL,
    wageBond: bondFact(facts, today, calendar),
    rightsBoard: boardFact(facts, today),
  };
  return CHECKLIST_ITEMS.map((id) => itemOf(id, found[id], today, calendar));
}

function itemOf(
  id: ChecklistItemId,
  { state, zh, en, dueOn, deadline }: ChecklistFact,
  today: PlainDate,
  calendar: Calendar,
): ChecklistItem {
  const rule = RULES[id];
  const due = dueOn ?? deadline?.dueOn;
  return {
    id,
    state,
    zh,
    en,
    rule,
    ...(isCitable(rule)
      ? { citation: { zh: printCitation(rule, 'zh'), en: printCitation(rule, 'en') } }
      : {}),
    ...(due === undefined ? {} : { dueOn: due }),
    ...(deadline === undefined ? {} : { deadline: deadlineView(deadline, today, calendar) }),
  };
}

const NO_PAYROLL: ChecklistFact = {
  state: 'unknown',
  zh: '还没有工资支付数据',
  en: 'No payroll data yet',
};
const NO_ROSTER: ChecklistFact = {
  state: 'unknown',
  zh: '还没有在场人员名册',
  en: 'No roster of people on site yet',
};

/** Everybody on site has a contract or agreement? An empty site proves nothing. @law REG-28-1 */
function contractsFact(coverage: ChecklistFacts['coverage']): ChecklistFact {
  if (coverage === undefined || coverage.present === 0) return NO_ROSTER;
  const { present, withContract } = coverage;
  return shareFact(
    withContract,
    present,
    `在场 ${present} 人，${withContract} 人已签劳动合同或用工书面协议`,
    `${present} on site, ${withContract} with a contract or agreement`,
  );
}

/** Everybody on site has a real-name record? @law REG-28-1 */
function realNameFact(coverage: ChecklistFacts['coverage']): ChecklistFact {
  if (coverage === undefined || coverage.present === 0) return NO_ROSTER;
  const { present, withRealName } = coverage;
  return shareFact(
    withRealName,
    present,
    `在场 ${present} 人，${withRealName} 人已实名登记`,
    `${present} on site, ${withRealName} with a real-name record`,
  );
}

/** Who is on site without is there already: the day has passed, so it is missing whatever the date. */
const shareFact = (count: number, of: number, zh: string, en: string): ChecklistFact => ({
  state: count >= of ? 'done' : 'missing',
  zh,
  en,
});
