import type { Words } from '../alerts/rule.ts';
import type { ProofDocument } from '../contract/matters.ts';
import { PROOF_DOCUMENTS } from '../contract/matters.ts';
import { anyDay, choice, files, line, note, pastDay, reason, service, text, tick } from '../lives/form.ts';
import { dayOf, dueOf, servedOn, words, wrong } from '../lives/facts.ts';
import type { Situation } from './proceeding-table.ts';
import type { Facts, WrongValue } from '../lives/life-table.ts';
import { PARTY_ROLES, proceedingTable } from './proceeding-table.ts';

type State = 'waiting' | 'produced' | 'lapsed' | 'withdrawn';
type Action = 'extend' | 'accept' | 'lapse' | 'withdraw';

/** The four documents of article 50, as the demand, the company's page and the evidence call them. */
export const PROOF_DOCUMENT_NAMES: Readonly<Record<ProofDocument, Words>> = {
  labourContract: words('劳动合同', 'Labour contracts'),
  staffRoster: words('职工名册', 'Roster of employees'),
  wageLedger: words('工资支付台账', 'Wage payment ledger'),
  wageList: words('工资清单', 'Wage lists'),
};

/** The field that asks for a document. */
const askedBy = (document: ProofDocument): string => `asks${document[0]?.toUpperCase()}${document.slice(1)}`;

/** Which of the four a demand asks for. */
export const documentsAsked = (facts: Facts): ProofDocument[] =>
  PROOF_DOCUMENTS.filter((document) => facts[askedBy(document)] === true);

/** The day on which the demand counts as served; a public notice when its days have run. */
export const demandServedOn = (facts: Facts) => servedOn(facts, 'serviceMode', 'servedOn');

const RESPONDENT_NAMES = {
  respondent: words('被投诉单位', 'The respondent'),
  primaryPayer: words('清偿责任单位', 'Who has to pay'),
  firstPayer: words('先行清偿单位', 'Who pays first'),
};

/**
 * 限期提供用工资料: in a dispute over pay the employer has to show contracts, roster, ledger and wage lists. The office
 * says which and by when; who shows nothing bears the consequence.
 * @law REG-50-1
 */
export const PROOF_DEMAND = proceedingTable<State, Action>({
  kind: 'proofDemand',
  name: words('限期提供用工资料', 'Demand for employment records'),
  why: words(
    '对工资有争议的，由用人单位提供劳动合同、职工名册、工资支付台账和工资清单；送达后单位在系统里查看、提交',
    'Where pay is disputed the employer has to produce its records; once served the company reads and answers it here',
  ),
  cite: 'REG-50-1',
  addressee: 'addressee',
  flow: {
    unopened: { open: { to: 'waiting', by: ['inspector'], starts: ['proofDemand'], cite: 'REG-50-1' } },
    waiting: {
      extend: { to: 'waiting', by: ['inspector'] },
      accept: { to: 'produced', by: ['inspector'], meets: ['proofDemand'] },
      lapse: { to: 'lapsed', by: ['inspector'], meets: ['proofDemand'], cite: 'REG-50-1' },
      withdraw: { to: 'withdrawn', by: ['inspector'], meets: ['proofDemand'] },
    },
    produced: {},
    lapsed: {},
    withdrawn: {},
  },
  states: {
    waiting: words('待单位提供', 'Waits for the company'),
    produced: words('已提供', 'Produced'),
    lapsed: words('逾期未提供', 'Not produced in time'),
    withdrawn: words('已撤回', 'Taken back'),
  },
  actions: {
    open: {
      name: words('要求限期提供', 'Demand the records'),
      fields: [
        choice('addressee', words('送达单位', 'Company addressed'), RESPONDENT_NAMES),
        ...PROOF_DOCUMENTS.map((document) => tick(askedBy(document), PROOF_DOCUMENT_NAMES[document])),
        line('scope', words('资料范围', 'Scope'), {
          isRequired: false,
          hint: words(
            '哪几个月、哪个班组。单位看得到，不要写投诉人、举报人是谁',
            'Which months, which team. The company reads it: do not say who complained',
          ),
        }),
        ...service('serviceMode', 'servedOn', words('通知书', 'demand')),
        anyDay('produceBy', words('提供期限', 'To be produced by'), {
          hint: words('法律没有规定天数，由本机关确定', 'No law says how many days: the office sets the day'),
        }),
        files,
      ],
      on: 'servedOn',
      startsOn: { proofDemand: ({ facts }) => demandServedOn(facts) },
      endsOn: { proofDemand: ({ facts }) => dayOf(facts, 'produceBy') },
      check: checkDemand,
    },
    extend: {
      name: words('延长提供期限', 'Give more time'),
      fields: [anyDay('produceBy', words('提供期限', 'To be produced by')), reason],
      extends: { period: 'proofDemand', to: ({ facts }) => dayOf(facts, 'produceBy') },
      check: checkLonger,
    },
    accept: {
      name: words('资料已齐', 'All was produced'),
      fields: [pastDay('producedOn', words('收齐日期', 'Day on which all was there')), note, files],
      on: 'producedOn',
    },
    lapse: {
      name: words('认定逾期未提供', 'Find that it was not produced'),
      fields: [
        text('finding', words('认定意见', 'Finding'), {
          hint: words(
            '哪些资料没有提供，据此怎样认定',
            'What was not produced, and what is found because of it',
          ),
        }),
      ],
      notYet: runsStill,
    },
    withdraw: { name: words('撤回', 'Take back'), fields: [reason] },
  },
  holds: ['waiting'],
  figures: ({ state }) =>
    state === 'lapsed'
      ? [
          {
            label: words('逾期后果', 'Consequence'),
            words: words('由用人单位承担不利后果', 'Borne by the employer'),
            cite: 'REG-50-1',
          },
        ]
      : [],
});

function checkDemand({ facts, theCase }: Situation): WrongValue | undefined {
  const party = PARTY_ROLES.find((role) => role === facts['addressee']);
  if (party !== undefined && theCase.parties?.includes(party) === false)
    return wrong('addressee', '本案没有登记这一单位', 'The case has no such party');
  if (documentsAsked(facts).length === 0)
    return wrong(askedBy('labourContract'), '四项资料至少选一项', 'Choose at least one of the four');
  const [served, by] = [demandServedOn(facts), dayOf(facts, 'produceBy')];
  return served !== undefined && by !== undefined && by <= served
    ? wrong('produceBy', `须晚于送达之日 ${served}`, `After the day of service, ${served}`)
    : undefined;
}

function checkLonger(now: Situation): WrongValue | undefined {
  const [due, by] = [dueOf(now, 'proofDemand'), dayOf(now.facts, 'produceBy')];
  if (due === undefined || by === undefined) return undefined;
  const after = due > now.today ? due : now.today;
  return by <= after ? wrong('produceBy', `须晚于 ${after}`, `After ${after}`) : undefined;
}

/** The company has the whole of the last day. */
function runsStill(now: Situation): Words | undefined {
  const due = dueOf(now, 'proofDemand');
  return due === undefined || due < now.today
    ? undefined
    : words(`提供期限至 ${due}，期满未提供方可认定`, `It runs to ${due}: once that day has passed`);
}
