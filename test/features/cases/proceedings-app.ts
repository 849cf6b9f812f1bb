import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ProceedingKind, ProceedingView } from '../../../server/core/contract/proceedings.ts';
import type { FieldValue } from '../../../server/core/lives/field.ts';
import type request from 'supertest';
import { randomUUID } from 'node:crypto';
import type { Visitor, Who } from './cases-app.ts';
import { ok } from './cases-app.ts';

type As = (who: Who) => Visitor;
type Given = Record<string, FieldValue>;
type Seen = Pick<CaseView, 'id' | 'version'>;

/** Opens a proceeding with the version the opener has seen. */
export const opens = (
  who: Visitor,
  { id, version }: Seen,
  kind: ProceedingKind,
  given: object,
): request.Test =>
  who.post(
    `/cases/${id}/proceedings`,
    { kind, given },
    { 'if-match': `"v${version}"`, 'idempotency-key': randomUUID() },
  );

/** A step of the newest proceeding of the case. */
export const steps = (
  who: Visitor,
  view: Pick<CaseView, 'id' | 'version' | 'proceedings'>,
  action: string,
  given: object = {},
): request.Test =>
  who.post(
    `/cases/${view.id}/proceedings/${view.proceedings.at(-1)?.id ?? ''}/${action}`,
    { given },
    { 'if-match': `"v${view.version}"` },
  );

export const newestOf = ({ proceedings }: Pick<CaseView, 'proceedings'>): ProceedingView => {
  const one = proceedings.at(-1);
  if (one === undefined) throw new Error('no proceeding');
  return one;
};

/** The case after each of these steps of its newest proceeding. */
export async function afterSteps(
  as: As,
  view: CaseView,
  ...all: [who: Who, action: string, given?: Given][]
): Promise<CaseView> {
  let now = view;
  for (const [who, action, given] of all) now = await ok<CaseView>(steps(as(who), now, action, given));
  return now;
}

export const NOTICE: Given = {
  basis: '两个月工资未付，限期改正期满仍未支付。',
  intended: '责令支付工资 9000 元。',
  noticeMode: 'DIRECT',
};
