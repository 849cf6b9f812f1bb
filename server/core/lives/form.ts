import type { Words } from '../alerts/rule.ts';
import type { ServiceMode } from '../contract/cases.ts';
import type { FieldSpec } from './field.ts';
import { words } from './facts.ts';

type Rest = Partial<Omit<FieldSpec, 'name' | 'label' | 'kind'>>;
const field =
  (kind: FieldSpec['kind'], usual: Rest = {}) =>
  (name: string, label: Words, rest: Rest = {}): FieldSpec => ({
    name,
    label,
    kind,
    isRequired: true,
    ...usual,
    ...rest,
  });

const LONG = 2000;
const LINE = 120;
const PEOPLE = 100_000;
const FILES = 20;

/** A day that has been. */
export const pastDay = field('day', { isPast: true });
/** A day that may be to come. */
export const anyDay = field('day');
export const money = field('fen');
export const people = field('count', { most: PEOPLE });
export const line = field('text', { most: LINE });
export const text = field('text', { most: LONG });
export const note = text('note', words('说明', 'Note'), { isRequired: false });
export const reason = text('reason', words('理由', 'Reason'));
export const tick = field('yes', { isRequired: false });
export const documentNumber = field('fileNumber', { most: 60 });
export const files = field('files', { most: FILES, isRequired: false })(
  'fileIds',
  words('附件', 'Attachments'),
);

export const choice = (
  name: string,
  label: Words,
  choices: Readonly<Record<string, Words>>,
  rest: Rest = {},
): FieldSpec =>
  field('choice', {
    choices: Object.entries(choices).map(([value, of]) => ({ value, label: of })),
  })(name, label, rest);

const MODES: Readonly<Record<ServiceMode, Words>> = {
  DIRECT: words('直接送达', 'Handed over'),
  LEFT: words('留置送达', 'Left at the place'),
  MAIL: words('邮寄送达', 'By mail'),
  ELECTRONIC: words('电子送达', 'Electronic'),
  PUBLIC_NOTICE: words('公告送达', 'Public notice'),
};

/** How and when a paper was served: two fields, so that the day it counts as served can be told. */
export const service = (mode: string, day: string, what: Words): [FieldSpec, FieldSpec] => [
  choice(mode, words(`${what.zh}送达方式`, `How the ${what.en} was served`), MODES),
  pastDay(day, words(`${what.zh}送达（公告）日期`, `Day the ${what.en} was served or posted`), {
    hint: words(
      '公告送达填张贴或刊登的日期，期满视为送达',
      'For a public notice the day it was posted: it counts as served when its time has passed',
    ),
  }),
];
