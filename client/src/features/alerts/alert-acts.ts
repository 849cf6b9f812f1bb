import { ANSWER_REASONS, type AlertAction, type AlertView } from '@core/contract/alerts.ts';
import { choicesOf } from '@/features/complaints/complaint-looks.ts';
import {
  noteField,
  reasonField,
  textOf,
  type ActField,
  type ActSpec,
  type ActValues,
} from '@/ui/act/act-spec.ts';

/** What somebody does on purpose; that an alert was seen is noted by opening it. */
export type DialogAction = Exclude<AlertAction, 'see'>;

const spec = <Name extends DialogAction>(
  action: Name,
  rest: Omit<ActSpec, 'titleKey' | 'consequenceKey'>,
): ActSpec => ({
  titleKey: `alerts.act.${action}.title`,
  consequenceKey: `alerts.act.${action}.consequence`,
  ...rest,
});
const words = (labelKey: string, hintKey?: string): ActField => ({
  name: 'text',
  kind: 'words',
  labelKey,
  ...(hintKey && { hintKey }),
});
const said: readonly ActField[] = [
  {
    name: 'reason',
    kind: 'choice',
    labelKey: 'alerts.field.reason',
    choices: choicesOf(ANSWER_REASONS, 'alerts.reason'),
  },
  words('alerts.field.answer', 'alerts.field.answerHint'),
  {
    name: 'fileIds',
    kind: 'files',
    labelKey: 'alerts.field.files',
    hintKey: 'alerts.field.filesHint',
    optional: true,
  },
];
const yesNo = (name: string, labelKey: string, stem: string): ActField => ({
  name,
  kind: 'choice',
  labelKey,
  choices: choicesOf(['yes', 'no'], stem),
});

const isYes = (values: ActValues, name: string): boolean => textOf(values, name) === 'yes';

/** Every act with what it asks and what follows from it, in words. */
export const ALERT_ACTS: Record<DialogAction, ActSpec> = {
  ask: spec('ask', {
    fields: [
      words('alerts.field.question', 'alerts.field.questionHint'),
      { name: 'answerBy', kind: 'day', labelKey: 'alerts.field.answerBy' },
    ],
  }),
  answer: spec('answer', { fields: said }),
  contest: spec('contest', { fields: said }),
  settleContest: spec('settleContest', {
    fields: [yesNo('agreed', 'alerts.field.agreed', 'alerts.agreed'), words('alerts.field.settled')],
    body: (values) => ({ agreed: isYes(values, 'agreed'), text: textOf(values, 'text') }),
  }),
  visit: spec('visit', {
    fields: [{ name: 'on', kind: 'day', labelKey: 'alerts.field.visitOn' }, words('alerts.field.visit')],
  }),
  order: spec('order', {
    danger: true,
    fields: [
      words('alerts.field.order'),
      { name: 'rectifyBy', kind: 'day', labelKey: 'alerts.field.rectifyBy' },
    ],
  }),
  openCase: spec('openCase', { fields: [] }),
  dismiss: spec('dismiss', { danger: true, fields: [reasonField] }),
  judge: spec('judge', {
    fields: [yesNo('right', 'alerts.field.right', 'alerts.right'), noteField],
    body: (values) => ({
      right: isYes(values, 'right'),
      ...(textOf(values, 'note') !== '' && { note: textOf(values, 'note') }),
    }),
  }),
};

/** What is offered first: what the company is asked for, then what waits for the office, what ends it last. */
const ACT_ORDER: readonly DialogAction[] = [
  'answer',
  'contest',
  'settleContest',
  'judge',
  'ask',
  'visit',
  'order',
  'openCase',
  'dismiss',
];
/** Where the ladder proposes an order, deciding on it comes first; an objection is answered before anything else. */
export const actOrder = ({ step, state }: Pick<AlertView, 'step' | 'state'>): readonly DialogAction[] =>
  step === 'order' && (state === 'raised' || state === 'seen')
    ? ['order', ...ACT_ORDER.filter((action) => action !== 'order')]
    : ACT_ORDER;
export const DANGEROUS: readonly DialogAction[] = ['order', 'dismiss'];
export const isDialogAction = (action: AlertAction): action is DialogAction => action !== 'see';
