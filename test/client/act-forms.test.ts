import assert from 'node:assert/strict';
import { caseActOrder } from '../../client/src/features/cases/case-act-order.ts';
import { isPicked, lackingOf, type ActField, type ActSpec } from '../../client/src/ui/act/act-spec.ts';
import { oneOrMore } from '../../client/src/format/one-or-more.ts';

const field = (name: string, kind: ActField['kind'], more: Partial<ActField> = {}): ActField => ({
  ...{ name, kind, labelKey: name },
  ...more,
});
const act: ActSpec = {
  titleKey: 'act',
  consequenceKey: 'act',
  fields: [
    field('reason', 'choice'),
    field('on', 'day'),
    field('text', 'words'),
    field('note', 'words', { optional: true }),
    field('files', 'files'),
    field('sure', 'check'),
    field('area', 'area', { when: ({ reason }) => reason === 'elsewhere' }),
  ],
};
const lacking = (values: Record<string, string>): string[] =>
  lackingOf(act, { files: [], ...values }).map(({ name }) => name);

describe('an act that is sent before everything is filled in', () => {
  it('names what is to be chosen and written, and neither what may be left out nor what is not asked now', () => {
    assert.deepEqual(lacking({}), ['reason', 'on', 'text']);
    assert.deepEqual(lacking({ reason: 'elsewhere', on: '2026-11-22', text: '  ' }), ['text', 'area']);
    assert.deepEqual(lacking({ reason: 'here', on: '2026-11-22', text: '说明' }), []);
  });

  it('asks to choose from a list and to write into an empty field', () => {
    assert.deepEqual(
      act.fields
        .filter(isPicked)
        .map(({ name }) => name)
        .slice(0, 2),
      ['reason', 'on'],
    );
    assert.equal(isPicked(field('text', 'words')) || isPicked(field('name', 'line')), false);
  });
});

describe('what a case asks for first', () => {
  it('is the order while there is none, and then the money: a further order would take its place', () => {
    const open = ['recordPayment', 'order', 'askClosure', 'editClaims'] as const;
    const shown = (state: 'investigating' | 'ordered'): string[] =>
      caseActOrder(state).filter((act) => open.some((one) => one === act));
    assert.deepEqual(shown('investigating'), ['order', 'recordPayment', 'askClosure', 'editClaims']);
    assert.deepEqual(shown('ordered'), ['recordPayment', 'askClosure', 'order', 'editClaims']);
  });
});

describe('one of something and several', () => {
  it('are different sentences, and nothing is said as of several', () => {
    assert.deepEqual(
      [0, 1, 2, 11, 1.5].map((count) => oneOrMore('days', count)),
      ['days.more', 'days.one', 'days.more', 'days.more', 'days.more'],
    );
  });
});
