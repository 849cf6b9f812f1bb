import { afterActions, afterFigures } from './after-decision-forms.ts';
import { AFTER_STATES, afterDecision, serving } from './after-decision.ts';
import type { AfterAction, AfterState } from './after-decision.ts';
import { dayOf, sumOf, words, wrong } from '../lives/facts.ts';
import { anyDay, documentNumber, files, money, note, pastDay, text, tick } from '../lives/form.ts';
import {
  caseAtRest,
  DECIDED,
  dropNotice,
  hearStatement,
  investigationOpen,
  legalReview,
  NOTICE_FIELDS,
  reviewMissing,
} from './hearing-the-party.ts';
import { proceedingTable } from './proceeding-table.ts';

type State = 'noticed' | 'heard' | 'reviewed' | 'made' | 'dropped' | AfterState;
type Action = 'hearStatement' | 'review' | 'make' | 'drop' | 'perform' | AfterAction;

const make = {
  to: 'made',
  by: ['bureauHead'],
  starts: ['service'],
  cite: 'INS-18-1',
  why: 'a decision is the authority’s: its head makes it',
} as const;
const drop = { to: 'dropped', by: ['inspector'] } as const;

/**
 * 行政处理决定: an order to pay that can be enforced; the party is heard first, and told where it can turn.
 * @law INS-18-1
 * @law INS-19-1
 */
export const DECISION = proceedingTable<State, Action>({
  kind: 'decision',
  name: words('行政处理决定', 'Handling decision'),
  why: words(
    '责令改正后仍不支付的，告知并听取陈述申辩后作出行政处理决定',
    'Where an order is not enough: the party is told and heard, then the authority decides',
  ),
  cite: 'INS-19-1',
  flow: {
    unopened: { open: { to: 'noticed', by: ['inspector'], cite: 'INS-19-1' } },
    noticed: { hearStatement: { to: 'heard', by: ['inspector'], cite: 'INS-19-1' }, drop },
    heard: { review: { to: 'reviewed', by: ['bureauHead'], cite: 'PRO-6' }, make, drop },
    reviewed: { make, drop },
    made: { serve: serving() },
    dropped: {},
    ...afterDecision('perform'),
  },
  states: {
    noticed: words('已告知，待陈述申辩', 'Notified, waits for the statement'),
    heard: words('已听取陈述申辩', 'Heard'),
    reviewed: words('已法制审核', 'Reviewed'),
    made: words('已作出，待送达', 'Made, to be served'),
    dropped: words('不再作出决定', 'Dropped'),
    ...AFTER_STATES,
  },
  actions: {
    open: {
      name: words('发出事先告知', 'Give prior notice'),
      fields: [
        text('basis', words('认定的事实和依据', 'Facts found and their basis')),
        text('intended', words('拟作出的决定', 'What is intended')),
        ...NOTICE_FIELDS,
        tick('isGrave', words('重大或者疑难复杂，须法制审核', 'Grave or complex: needs legal review')),
        files,
      ],
      notYet: caseAtRest,
      on: 'noticedOn',
    },
    hearStatement,
    review: legalReview,
    make: {
      name: words('作出处理决定', 'Make the decision'),
      fields: [
        pastDay('madeOn', words('决定日期', 'Day of the decision')),
        documentNumber('decisionNumber', words('决定书文号', 'Number of the decision')),
        text('content', words('决定内容', 'What is decided')),
        money('decidedFen', words('责令支付金额', 'Sum to be paid'), { isRequired: false }),
        anyDay('performBy', words('履行期限（最后一天）', 'To be performed by')),
        files,
      ],
      notYet: (now) => investigationOpen(now) ?? reviewMissing(now),
      check: ({ facts }) => {
        const [made, by] = [dayOf(facts, 'madeOn'), dayOf(facts, 'performBy')];
        return made !== undefined && by !== undefined && by <= made
          ? wrong('performBy', '履行期限须晚于决定日期', 'The last day comes after the decision')
          : undefined;
      },
      on: 'madeOn',
      onCase: DECIDED,
    },
    drop: dropNotice,
    perform: {
      name: words('登记履行', 'Record performance'),
      fields: [pastDay('performedOn', words('履行日期', 'Day of performance')), note, files],
      on: 'performedOn',
    },
    ...afterActions(({ facts }) => dayOf(facts, 'performBy')),
  },
  holds: ['noticed', 'heard', 'reviewed', 'made', 'served', 'contested', 'inSuit', 'demanded'],
  follows: { courtEnforcement: 'suit' },
  figures: (now) => {
    const fen = sumOf(now.facts, 'decidedFen');
    return [
      ...(fen === undefined ? [] : [{ label: words('责令支付', 'To be paid'), fen }]),
      ...afterFigures(now),
    ];
  },
});
