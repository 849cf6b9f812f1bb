import type { SafeguardPart, SafeguardsView } from '@core/contract/safeguards.ts';
import { BOND_KINDS } from '@core/contract/safeguards.ts';
import { parseYuanText } from '@core/kit/money.ts';
import { yuanText } from '@/format/money.ts';

export type FieldKind = 'text' | 'tel' | 'day' | 'yuan' | 'percent' | 'number' | 'select' | 'file';

/** One field of a part: its key in the answer and in the body, and how it is typed. */
export interface PartField {
  path: string;
  kind: FieldKind;
  isOptional?: true;
  hasHint?: true;
  options?: readonly string[];
  /** Under what name the answer shows it, where that is not the whole of it. */
  maskedAs?: string;
}

const text = (path: string): PartField => ({ path, kind: 'text' });
const day = (path: string): PartField => ({ path, kind: 'day' });
const number = (path: string): PartField => ({ path, kind: 'number' });
const file = (path: string): PartField => ({ path, kind: 'file', isOptional: true });
const optional = (field: PartField): PartField => ({ ...field, isOptional: true });
const hinted = (field: PartField): PartField => ({ ...field, hasHint: true });

export const PART_FIELDS: Record<SafeguardPart, readonly PartField[]> = {
  contract: [
    day('signedOn'),
    { path: 'amountFen', kind: 'yuan' },
    day('plannedFrom'),
    day('plannedUntil'),
    hinted(optional({ path: 'labourCostFen', kind: 'yuan' })),
    optional({ path: 'labourCostBasisPoints', kind: 'percent' }),
    hinted(number('labourCostCycleMonths')),
    number('labourCostDay'),
    hinted(number('payDay')),
    { path: 'payDayIn', kind: 'select', options: ['current', 'next'] },
    file('fileId'),
  ],
  permit: [text('number'), day('issuedOn'), file('fileId')],
  account: [
    hinted(text('accountName')),
    { path: 'number', kind: 'tel', hasHint: true, maskedAs: 'numberMasked' },
    text('bankName'),
    text('branchName'),
    hinted(text('branchCode')),
    day('openedOn'),
    optional(day('filedOn')),
    optional(day('tripartiteSignedOn')),
    file('tripartiteFileId'),
  ],
  bond: [
    { path: 'kind', kind: 'select', options: BOND_KINDS },
    { path: 'amountFen', kind: 'yuan' },
    day('storedOn'),
    text('bankName'),
    hinted(optional(text('branchCode'))),
    hinted(optional(day('validUntil'))),
    file('fileId'),
  ],
  labourOfficer: [
    text('name'),
    { path: 'phone', kind: 'tel', hasHint: true, maskedAs: 'phoneMasked' },
    day('appointedOn'),
  ],
  projectDepartment: [text('name'), text('managerName')],
};

export interface PartForm {
  typed: Record<string, string>;
  /** Ids of files sent in this form, by field. */
  sent: Record<string, string[]>;
}

/** What is stored of a part, as plain keys; the answer's parts are plain objects. */
const storedOf = (view: SafeguardsView, part: SafeguardPart): Record<string, unknown> => ({ ...view[part] });

/** The form as it opens: what is stored, and what can be filled in from elsewhere. */
export function formOf(view: SafeguardsView | undefined, part: SafeguardPart | undefined): PartForm {
  if (view === undefined || part === undefined) return { typed: {}, sent: {} };
  const stored = storedOf(view, part);
  const fields = PART_FIELDS[part];
  const typed = Object.fromEntries(fields.map(({ path, kind }) => [path, shownIn(kind, stored[path])]));
  if (part === 'account' && !typed['accountName']) typed['accountName'] = view.accountNameExpected;
  if (part === 'contract' && !typed['labourCostCycleMonths']) typed['labourCostCycleMonths'] = '1';
  const files = fields.filter(({ kind }) => kind === 'file');
  return { typed, sent: Object.fromEntries(files.map(({ path }) => [path, []])) };
}

/** The body of the request: what is empty is left out; a paper stays until another takes its place. */
export function bodyOf(view: SafeguardsView, part: SafeguardPart, { typed, sent }: PartForm): object {
  const stored = storedOf(view, part);
  const pairs = PART_FIELDS[part].flatMap(({ path, kind }): [string, unknown][] => {
    const value = kind === 'file' ? (sent[path]?.at(-1) ?? stored[path]) : readAs(kind, typed[path] ?? '');
    return value === undefined ? [] : [[path, value]];
  });
  return Object.fromEntries(pairs);
}

function shownIn(kind: FieldKind, value: unknown): string {
  if (value === undefined || kind === 'file') return '';
  if (kind === 'yuan' || kind === 'percent')
    return yuanText(Number(value)).slice(1).replace(/,/gu, '').replace(/\.00$/u, '');
  return String(value);
}

/** What cannot be read as a number goes as it was typed: the server says what is wrong with it. */
function readAs(kind: FieldKind, typed: string): unknown {
  const plain = typed.trim();
  if (plain === '') return undefined;
  if (kind === 'yuan') return parseYuanText(plain) ?? plain;
  if (kind === 'percent') return parseYuanText(plain.replace(/[%%]$/u, '')) ?? plain;
  if (kind === 'number') return /^\d+$/u.test(plain) ? Number(plain) : plain;
  return plain;
}
