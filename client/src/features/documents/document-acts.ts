import { SERVICE_MODES } from '@core/contract/cases.ts';
import type { DocumentAction, DocumentView } from '@core/contract/documents.ts';
import {
  noteField,
  reasonField,
  textOf,
  type ActField,
  type ActSpec,
  type ActValues,
} from '@/ui/act/act-spec.ts';

/** Acts with a dialog; filling in has its own form. */
export type PaperAct = Exclude<DocumentAction, 'edit'>;
export const PAPER_ACTS: readonly PaperAct[] = [
  'submit',
  'approve',
  'issue',
  'serve',
  'confirmService',
  'returnDraft',
  'void',
];
export const DANGEROUS_PAPER_ACTS: readonly DocumentAction[] = ['void'];

const spec = (act: PaperAct, fields: readonly ActField[], more: Partial<ActSpec> = {}): ActSpec => ({
  titleKey: `documents.act.${act}.title`,
  consequenceKey: `documents.act.${act}.consequence`,
  fields,
  ...more,
});
const field = (name: string, kind: ActField['kind'], more: Partial<ActField> = {}): ActField => ({
  name,
  kind,
  labelKey: `documents.field.${name}`,
  ...more,
});
const choicesOf = (values: readonly string[], stem: string) =>
  values.map((value) => ({ value, labelKey: `${stem}.${value}` }));
const is =
  (...modes: readonly string[]) =>
  (values: ActValues): boolean =>
    modes.includes(textOf(values, 'mode'));

const given = (values: ActValues, ...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, textOf(values, name)]).filter(([, value]) => value !== ''));
const filesOf = (values: ActValues): string[] => {
  const files = values['fileIds'];
  return Array.isArray(files) ? [...files] : [];
};

/** What each act asks; of the modes of service each asks for its own proof. */
export function paperActs(paper: DocumentView): Record<PaperAct, ActSpec> {
  const underWay = paper.services.filter(({ servedOn, outcome }) => !servedOn && !outcome);
  return {
    submit: spec('submit', []),
    approve: spec('approve', [noteField]),
    returnDraft: spec('returnDraft', [reasonField]),
    issue: spec('issue', []),
    void: spec('void', [reasonField], { danger: true }),
    serve: spec(
      'serve',
      [
        field('mode', 'choice', { choices: choicesOf(SERVICE_MODES, 'documents.mode') }),
        field('addressee', 'line'),
        field('handedOverOn', 'day'),
        field('servedBy', 'line', { hintKey: 'documents.field.servedByHint' }),
        field('receivedBy', 'line', { when: is('DIRECT') }),
        field('receivedBy', 'line', { optional: true, when: is('MAIL', 'ELECTRONIC') }),
        field('witness', 'line', { optional: true, when: is('LEFT') }),
        field('note', 'words', { optional: true }),
        field('fileIds', 'files', { hintKey: 'documents.field.fileIdsHint' }),
      ],
      {
        body: (values) => ({
          ...given(values, 'mode', 'addressee', 'handedOverOn', 'receivedBy', 'witness', 'note'),
          servedBy: textOf(values, 'servedBy')
            .split(/[\u3001,\uff0c;\uff1b\s]+/u)
            .filter((name) => name !== ''),
          fileIds: filesOf(values),
        }),
      },
    ),
    confirmService: spec(
      'confirmService',
      [
        field('serviceId', 'choice', {
          options: underWay.map((one) => ({ value: one.id, label: `${one.handedOverOn} ${one.addressee}` })),
        }),
        field('outcome', 'choice', {
          choices: choicesOf(['received', 'refused', 'notFound'], 'documents.outcome'),
        }),
        field('on', 'day'),
        field('note', 'words', { optional: true }),
        field('fileIds', 'files', {}),
      ],
      {
        body: (values) => ({
          ...given(values, 'serviceId', 'outcome', 'on', 'note'),
          fileIds: filesOf(values),
        }),
      },
    ),
  };
}
