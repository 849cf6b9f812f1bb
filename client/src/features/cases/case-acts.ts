import { RECUSAL_SIDES } from '@core/contract/office-work.ts';
import {
  CLOSURE_CODES,
  SERVICE_MODES,
  SUSPENSION_GROUNDS,
  type CaseAction,
  type CaseParty,
} from '@core/contract/cases.ts';
import { listComplaints } from '@/api/complaints.ts';
import { choicesOf } from '@/features/complaints/complaint-looks.ts';
import { findCompanies } from '@/features/complaints/registry-search.ts';
import { noteField, reasonField, type ActSpec } from '@/ui/act/act-spec.ts';
import type { LookUpSearch } from '@/ui/look-up.ts';

/** Acts with a drawer or a tab of their own. */
export type OwnWayAction = 'edit' | 'editClaims' | 'recordPayment';
export type DialogAction = Exclude<CaseAction, OwnWayAction>;

const findAccepted: LookUpSearch = async (q, signal) =>
  (await listComplaints({ q, state: 'accepted', limit: 8 }, signal)).items.map((row) => ({
    id: row.id,
    name: row.receiptNumber,
    note: [row.complainantName, row.employerName ?? row.projectName].filter(Boolean).join(' → '),
  }));

const spec = (action: DialogAction, rest: Omit<ActSpec, 'titleKey' | 'consequenceKey'>): ActSpec => ({
  titleKey: `cases.act.${action}.title`,
  consequenceKey: `cases.act.${action}.consequence`,
  ...rest,
});

type People = readonly { value: string; label: string }[];

/**
 * Every act with its dialog; who there is, and who has the case now, is needed for handing over and staying away; which
 * parties are named in words only for linking them.
 */
export const caseActs = (
  inspectors: People,
  own: People,
  loose: readonly CaseParty[],
): Record<DialogAction, ActSpec> => ({
  link: spec('link', {
    fields: [
      {
        name: 'party',
        kind: 'choice',
        labelKey: 'cases.field.party',
        choices: choicesOf(loose, 'cases.party'),
      },
      {
        name: 'companyId',
        kind: 'look',
        labelKey: 'cases.field.company',
        hintKey: 'cases.field.companyHint',
        search: findCompanies,
      },
    ],
  }),
  askRecusal: spec('askRecusal', {
    fields: [
      { name: 'inspectorId', kind: 'choice', labelKey: 'office.recusal.who', options: own },
      {
        name: 'side',
        kind: 'choice',
        labelKey: 'office.recusal.by',
        choices: choicesOf(RECUSAL_SIDES, 'office.recusal.side'),
      },
      {
        name: 'ground',
        kind: 'words',
        labelKey: 'office.recusal.groundLabel',
        hintKey: 'office.recusal.groundHint',
      },
    ],
  }),
  approveRecusal: spec('approveRecusal', {
    danger: true,
    fields: [
      {
        name: 'inspectorId',
        kind: 'choice',
        labelKey: 'office.recusal.replacement',
        hintKey: 'office.recusal.replacementHint',
        options: inspectors.filter(({ value }) => own.every((one) => one.value !== value)),
      },
      noteField,
    ],
  }),
  declineRecusal: spec('declineRecusal', { fields: [reasonField] }),
  assign: spec('assign', {
    fields: [
      { name: 'leadInspectorId', kind: 'choice', labelKey: 'cases.field.lead', options: inspectors },
      {
        name: 'coInspectorId',
        kind: 'choice',
        labelKey: 'cases.field.co',
        hintKey: 'cases.field.coHint',
        options: inspectors,
      },
      reasonField,
    ],
  }),
  joinComplaint: spec('joinComplaint', {
    fields: [
      {
        name: 'complaintId',
        kind: 'look',
        labelKey: 'cases.field.complaint',
        hintKey: 'cases.field.complaintHint',
        search: findAccepted,
      },
      reasonField,
    ],
  }),
  investigate: spec('investigate', { fields: [noteField] }),
  askExtension: spec('askExtension', { fields: [reasonField] }),
  approveExtension: spec('approveExtension', { fields: [noteField] }),
  declineExtension: spec('declineExtension', { fields: [reasonField] }),
  suspend: spec('suspend', {
    danger: true,
    fields: [
      {
        name: 'ground',
        kind: 'choice',
        labelKey: 'cases.field.ground',
        choices: choicesOf(SUSPENSION_GROUNDS, 'cases.ground'),
      },
      reasonField,
    ],
  }),
  resume: spec('resume', { fields: [reasonField] }),
  endInvestigation: spec('endInvestigation', { fields: [noteField] }),
  order: spec('order', {
    fields: [
      {
        name: 'servedOn',
        kind: 'day',
        labelKey: 'cases.field.servedOn',
        hintKey: 'cases.field.servedOnHint',
      },
      {
        name: 'rectifyBy',
        kind: 'day',
        labelKey: 'cases.field.rectifyBy',
        hintKey: 'cases.field.rectifyByHint',
      },
      {
        name: 'mode',
        kind: 'choice',
        labelKey: 'cases.field.mode',
        choices: choicesOf(SERVICE_MODES, 'cases.mode'),
      },
      { name: 'demands', kind: 'words', labelKey: 'cases.field.demands', hintKey: 'cases.field.demandsHint' },
      {
        name: 'fileIds',
        kind: 'files',
        labelKey: 'cases.field.orderFiles',
        optional: true,
        purpose: 'document',
      },
    ],
  }),
  addEvidence: spec('addEvidence', {
    fields: [
      { name: 'fileIds', kind: 'files', labelKey: 'complaints.field.files' },
      { name: 'note', kind: 'words', labelKey: 'cases.field.evidenceNote' },
    ],
  }),
  askClosure: spec('askClosure', {
    fields: [
      {
        name: 'code',
        kind: 'choice',
        labelKey: 'cases.field.code',
        choices: choicesOf(CLOSURE_CODES, 'cases.closure'),
      },
      {
        name: 'statement',
        kind: 'words',
        labelKey: 'cases.field.statement',
        hintKey: 'cases.field.statementHint',
      },
    ],
  }),
  approveClosure: spec('approveClosure', { danger: true, fields: [noteField] }),
  declineClosure: spec('declineClosure', { fields: [reasonField] }),
  reopen: spec('reopen', { danger: true, fields: [reasonField] }),
});

const OWN_WAY: readonly CaseAction[] = ['edit', 'editClaims', 'recordPayment'];
export const hasCaseDialog = (action: CaseAction): action is DialogAction => !OWN_WAY.includes(action);
