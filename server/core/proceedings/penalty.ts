import { afterActions, afterFigures } from './after-decision-forms.ts';
import { AFTER_STATES, afterDecision, serving } from './after-decision.ts';
import type { AfterAction, AfterState } from './after-decision.ts';
import { dueOf, sumOf, words, wrong } from '../lives/facts.ts';
import { FINE_ACTIONS, fineFigures } from './fine.ts';
import { choice, documentNumber, files, money, pastDay, text, tick } from '../lives/form.ts';
import { HEARING_ACTIONS, hearingStillOpen } from './hearing.ts';
import {
  caseAtRest,
  DECIDED,
  dropNotice,
  hearStatement,
  investigationOpen,
  legalReview,
  NOTICE_FIELDS,
  noticeServed,
  reviewMissing,
} from './hearing-the-party.ts';
import type { Situation } from './proceeding-table.ts';
import type { WrongValue } from '../lives/life-table.ts';
import { proceedingTable } from './proceeding-table.ts';

type State =
  | 'noticed'
  | 'hearingAsked'
  | 'hearingSet'
  | 'heard'
  | 'reviewed'
  | 'made'
  | 'dropped'
  | 'instalmentsAsked'
  | AfterState;
type Action =
  | 'hearStatement'
  | 'review'
  | 'make'
  | 'drop'
  | keyof typeof HEARING_ACTIONS
  | keyof typeof FINE_ACTIONS
  | AfterAction;

/** Measures on which a hearing is offered whatever the sum. @law PRO-9 */
const GRAVE_MEASURES = ['STOP_WORK', 'QUALIFICATION'];

/** A right to a hearing that has to be told: by the measure, or by the sum from which the area offers one. */
function hearingUntold({ facts, area }: Situation): WrongValue | undefined {
  if (facts['isHearingTold'] === true) return undefined;
  if (GRAVE_MEASURES.includes(String(facts['measure'])))
    return wrong('isHearingTold', '这种处罚须告知听证权利', 'This penalty carries a right to a hearing');
  const from = facts['punished'] === 'PERSON' ? area.hearingFinePerson : area.hearingFineUnit;
  return from !== undefined && (sumOf(facts, 'intendedFen') ?? 0) >= from
    ? wrong(
        'isHearingTold',
        '罚款达到本地区听证起点，须告知听证权利',
        'The fine reaches the sum from which this area offers a hearing',
      )
    : undefined;
}

const drop = { to: 'dropped', by: ['inspector'], meets: ['penaltyDecision'] } as const;
const make = {
  to: 'made',
  by: ['bureauHead'],
  meets: ['penaltyDecision'],
  starts: ['service'],
  cite: 'PRO-7',
  why: 'a decision is the authority’s: its head makes it',
} as const;
const askHearing = {
  to: 'hearingAsked',
  by: ['inspector'],
  meets: ['hearingRequest'],
  cite: 'PRO-9',
} as const;
const after = afterDecision('payFine');
const paying = {
  payPart: { to: 'served', by: ['inspector'], cite: 'PRO-11' },
  askInstalments: { to: 'instalmentsAsked', by: ['inspector'], cite: 'PRO-11' },
} as const;

/**
 * 行政处罚: prior notice with the right to a hearing, decision within ninety days of filing, service, and a fine that
 * grows when it is paid late.
 * @law PRO-7
 * @law PRO-9
 * @law PRO-11
 */
export const PENALTY = proceedingTable<State, Action>({
  kind: 'penalty',
  name: words('行政处罚', 'Penalty'),
  why: words(
    '逾期不改正，依法应当给予行政处罚的',
    'Where the violation was not put right in time and the law provides a penalty',
  ),
  cite: 'INS-19-1',
  flow: {
    unopened: {
      open: {
        to: 'noticed',
        by: ['inspector'],
        starts: ['penaltyDecision', 'hearingRequest'],
        cite: 'INS-19-1',
      },
    },
    noticed: { hearStatement: { to: 'heard', by: ['inspector'], cite: 'INS-19-1' }, askHearing, drop },
    hearingAsked: {
      setHearing: { to: 'hearingSet', by: ['inspector'], cite: 'PRO-9' },
      endHearing: { to: 'heard', by: ['inspector'] },
      drop,
    },
    hearingSet: {
      holdHearing: { to: 'heard', by: ['inspector'], cite: 'PRO-9' },
      setHearing: { to: 'hearingSet', by: ['inspector'], cite: 'PRO-9', why: 'put off' },
      endHearing: { to: 'heard', by: ['inspector'] },
      drop,
    },
    heard: { askHearing, review: { to: 'reviewed', by: ['bureauHead'], cite: 'PRO-6' }, make, drop },
    reviewed: { make, drop },
    made: { serve: serving('finePayment') },
    instalmentsAsked: {
      approveInstalments: { to: 'served', by: ['bureauHead'], cite: 'PRO-11' },
      declineInstalments: { to: 'served', by: ['bureauHead'] },
    },
    dropped: {},
    ...after,
    served: { ...after.served, ...paying },
    demanded: { ...after.demanded, payPart: { ...paying.payPart, to: 'demanded' } },
  },
  states: {
    noticed: words('已告知', 'Notified'),
    hearingAsked: words('已申请听证', 'A hearing was asked for'),
    hearingSet: words('听证已定', 'The hearing is set'),
    heard: words('已听取陈述申辩', 'Heard'),
    reviewed: words('已法制审核', 'Reviewed'),
    made: words('已作出，待送达', 'Made, to be served'),
    instalmentsAsked: words('分期缴纳待批', 'Instalments wait for the head'),
    dropped: words('不予处罚', 'No penalty'),
    ...AFTER_STATES,
    performed: words('已缴清', 'Paid'),
  },
  actions: {
    open: {
      name: words('发出处罚事先告知', 'Give prior notice'),
      fields: [
        text('basis', words('认定的事实和处罚依据', 'Facts found and the basis of the penalty')),
        choice('punished', words('处罚对象', 'Who is punished'), {
          UNIT: words('单位', 'A unit'),
          PERSON: words('个人', 'A person'),
        }),
        choice('measure', words('处罚种类', 'Kind of penalty'), {
          FINE: words('罚款', 'Fine'),
          STOP_WORK: words('责令停工', 'Works stopped'),
          QUALIFICATION: words('降低或者吊销资质', 'Qualification lowered or revoked'),
          OTHER: words('其他', 'Other'),
        }),
        money('intendedFen', words('拟罚款金额', 'Fine intended'), { isRequired: false }),
        tick('isHearingTold', words('告知书已告知听证权利', 'The notice tells of the right to a hearing')),
        tick('isGrave', words('重大或者疑难复杂，须法制审核', 'Grave or complex: needs legal review')),
        ...NOTICE_FIELDS,
        files,
      ],
      notYet: caseAtRest,
      check: hearingUntold,
      on: 'noticedOn',
      startsOn: {
        penaltyDecision: ({ theCase }) => theCase.filedOn,
        hearingRequest: (now) => (now.facts['isHearingTold'] === true ? noticeServed(now) : undefined),
      },
    },
    hearStatement,
    ...HEARING_ACTIONS,
    review: legalReview,
    make: {
      name: words('作出处罚决定', 'Make the decision'),
      fields: [
        pastDay('madeOn', words('决定日期', 'Day of the decision')),
        documentNumber('decisionNumber', words('决定书文号', 'Number of the decision')),
        text('content', words('决定内容', 'What is decided')),
        money('fineFen', words('罚款金额', 'Fine'), { isRequired: false }),
        files,
      ],
      notYet: (now) => investigationOpen(now) ?? hearingStillOpen(now) ?? reviewMissing(now),
      on: 'madeOn',
      onCase: DECIDED,
    },
    drop: dropNotice,
    ...FINE_ACTIONS,
    ...afterActions((now) => dueOf(now, 'finePayment')),
  },
  holds: [
    ...(['noticed', 'hearingAsked', 'hearingSet', 'heard', 'reviewed', 'made', 'served'] as const),
    ...(['instalmentsAsked', 'contested', 'inSuit', 'demanded'] as const),
  ],
  follows: { courtEnforcement: 'suit' },
  figures: (now) => {
    const intended = sumOf(now.facts, 'intendedFen');
    return [
      ...(intended === undefined || now.facts['fineFen'] !== undefined
        ? []
        : [{ label: words('拟罚款', 'Fine intended'), fen: intended }]),
      ...fineFigures(now),
      ...afterFigures(now),
    ];
  },
});
