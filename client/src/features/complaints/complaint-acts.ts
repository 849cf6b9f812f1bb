import type { ComplaintAction } from '@core/contract/complaints.ts';
import { listCases } from '@/api/cases.ts';
import { listComplaints } from '@/api/complaints.ts';
import { useSession } from '@/stores/session.ts';
import { noteField, reasonField, textOf, type ActSpec } from '@/ui/act/act-spec.ts';
import type { LookUpSearch } from '@/ui/look-up.ts';
import { askedBack, askedBackFields } from './asked-back.ts';
import { GROUND_CHOICES } from './complaint-looks.ts';

/** Acts with a page or a drawer of their own. */
export type OwnWayAction = 'edit' | 'fileCase';
/** What only the complainant does, in the own pages; and what follows from the case by itself. */
export type NotHereAction = 'rate' | 'answer';
export type DialogAction = Exclude<ComplaintAction, OwnWayAction | NotHereAction>;

const findComplaints: LookUpSearch = async (q, signal) =>
  (await listComplaints({ q, limit: 8 }, signal)).items.map((row) => ({
    id: row.id,
    name: row.receiptNumber,
    note: [row.complainantName, row.employerName ?? row.projectName].filter(Boolean).join(' → '),
  }));
const findCases: LookUpSearch = async (q, signal) =>
  (await listCases({ q, open: true, limit: 8 }, signal)).items.map((row) => ({
    id: row.id,
    name: row.caseNumber,
    note: row.title,
  }));

const title = <Name extends string>(action: Name): `complaints.act.${Name}.title` =>
  `complaints.act.${action}.title`;
const consequence = <Name extends string>(action: Name): `complaints.act.${Name}.consequence` =>
  `complaints.act.${action}.consequence`;
const spec = (action: DialogAction, rest: Omit<ActSpec, 'titleKey' | 'consequenceKey'>): ActSpec => ({
  titleKey: title(action),
  consequenceKey: consequence(action),
  ...rest,
});

/** Every act with its dialog: what it asks and in which words it says what follows. */
export const COMPLAINT_ACTS: Record<DialogAction, ActSpec> = {
  accept: spec('accept', { fields: [noteField] }),
  requestSupplement: spec('requestSupplement', {
    fields: [
      {
        name: 'question',
        kind: 'words',
        labelKey: 'complaints.field.question',
        hintKey: 'complaints.field.questionHint',
      },
      {
        name: 'toldHow',
        kind: 'line',
        labelKey: 'complaints.field.toldHow',
        hintKey: 'complaints.field.toldHowHint',
        when: () => useSession().view.textsOff,
      },
    ],
  }),
  supplement: spec('supplement', {
    fields: [
      { name: 'text', kind: 'words', labelKey: 'complaints.field.supplementText' },
      { name: 'fileIds', kind: 'files', labelKey: 'complaints.field.files', optional: true },
    ],
    body: (values) => ({ text: textOf(values, 'text'), fileIds: values['fileIds'] }),
  }),
  askWithdrawal: spec('askWithdrawal', { fields: [reasonField], danger: true }),
  proposeRefusal: spec('proposeRefusal', {
    danger: true,
    fields: [
      { name: 'ground', kind: 'choice', labelKey: 'complaints.field.ground', choices: GROUND_CHOICES },
      reasonField,
      {
        name: 'whereInstead',
        kind: 'words',
        labelKey: 'complaints.field.whereInstead',
        hintKey: 'complaints.field.whereInsteadHint',
      },
    ],
  }),
  approveRefusal: spec('approveRefusal', { danger: true, fields: [noteField] }),
  returnRefusal: spec('returnRefusal', { fields: [reasonField] }),
  transfer: spec('transfer', {
    fields: [
      {
        name: 'to',
        kind: 'choice',
        labelKey: 'complaints.field.transferTo',
        choices: [
          { value: 'area', labelKey: 'complaints.field.toArea' },
          { value: 'department', labelKey: 'complaints.field.toDepartment' },
        ],
      },
      {
        name: 'toAreaCode',
        kind: 'area',
        labelKey: 'complaints.field.toArea',
        when: (values) => values['to'] === 'area',
      },
      {
        name: 'toDepartment',
        kind: 'department',
        labelKey: 'complaints.field.toDepartment',
        when: (values) => values['to'] === 'department',
      },
      reasonField,
    ],
    body: (values) => ({
      ...(values['to'] === 'area' && { toAreaCode: textOf(values, 'toAreaCode') }),
      ...(values['to'] === 'department' && { toDepartment: textOf(values, 'toDepartment') }),
      reason: textOf(values, 'reason'),
    }),
  }),
  recallTransfer: spec('recallTransfer', { fields: [reasonField] }),
  takeOver: spec('takeOver', { fields: [noteField] }),
  returnTransfer: spec('returnTransfer', { fields: [reasonField], danger: true }),
  merge: spec('merge', {
    danger: true,
    fields: [
      {
        name: 'intoId',
        kind: 'look',
        labelKey: 'complaints.field.mergeInto',
        hintKey: 'complaints.field.mergeIntoHint',
        search: findComplaints,
      },
      reasonField,
    ],
  }),
  confirmWithdrawal: spec('confirmWithdrawal', {
    danger: true,
    fields: askedBackFields,
    body: askedBack,
  }),
  doubtWithdrawal: spec('doubtWithdrawal', { fields: [reasonField] }),
  joinCase: spec('joinCase', {
    fields: [
      {
        name: 'caseId',
        kind: 'look',
        labelKey: 'complaints.field.joinCase',
        hintKey: 'complaints.field.joinCaseHint',
        search: findCases,
      },
      reasonField,
    ],
  }),
  extendPetition: spec('extendPetition', {
    fields: [{ ...reasonField, hintKey: 'complaints.field.petitionReasonHint' }],
  }),
  reopen: spec('reopen', { fields: [reasonField], danger: true }),
};

/** The order in which acts are offered: what the clock waits for first, what ends a record last. */
export const ACT_ORDER: readonly ComplaintAction[] = [
  'takeOver',
  'approveRefusal',
  'returnRefusal',
  'confirmWithdrawal',
  'doubtWithdrawal',
  'accept',
  'fileCase',
  'joinCase',
  'supplement',
  'requestSupplement',
  'proposeRefusal',
  'transfer',
  'returnTransfer',
  'recallTransfer',
  'merge',
  'extendPetition',
  'edit',
  'askWithdrawal',
  'reopen',
];

/** Always possible: nothing waits for them. */
export const QUIET: readonly ComplaintAction[] = [
  'edit',
  'askWithdrawal',
  'merge',
  'transfer',
  'extendPetition',
  'reopen',
];

export const DANGEROUS: readonly ComplaintAction[] = [
  'proposeRefusal',
  'approveRefusal',
  'merge',
  'confirmWithdrawal',
  'askWithdrawal',
  'returnTransfer',
];

export const hasDialog = (action: ComplaintAction): action is DialogAction =>
  Object.hasOwn(COMPLAINT_ACTS, action);
