import assert from 'node:assert/strict';
import { isSamePerson, withoutDoubles } from '../../../server/core/claims/same-person.ts';
import { claimsOf, filedCase, move, ok, refusal, useCasesApp, WORKER_PHONE } from './cases-app.ts';

const months = [{ payMonth: '2026-01', owedFen: 1_000 }];

describe('who is one person on a sheet', () => {
  const { as } = useCasesApp();
  const [A, B] = [{ citizenIdIndex: 'a' }, { citizenIdIndex: 'b' }];
  const table: [string, object, object, boolean][] = [
    ['one citizen number, whatever the phone', { ...A, phoneIndex: '1' }, { ...A, phoneIndex: '2' }, true],
    [
      'two citizen numbers, one phone and one name',
      { ...A, phoneIndex: '1', name: '甲' },
      { ...B, phoneIndex: '1', name: '甲' },
      false,
    ],
    [
      'one phone, one name, one number missing',
      { ...A, phoneIndex: '1', name: '甲' },
      { phoneIndex: '1', name: '甲' },
      true,
    ],
    ['one phone, two names', { phoneIndex: '1', name: '甲' }, { phoneIndex: '1', name: '乙' }, false],
    ['one phone, one of them without a name', { phoneIndex: '1' }, { phoneIndex: '1', name: '乙' }, true],
    ['one name and nothing else', { name: '甲' }, { name: '甲' }, false],
  ];
  for (const [title, one, other, same] of table) {
    it(`${title}: ${same ? 'the same' : 'two people'}`, () => {
      assert.equal(isSamePerson(one, other), same);
      assert.equal(isSamePerson(other, one), same);
      assert.deepEqual(withoutDoubles([other, other], [one]).doubles.includes(0), same);
    });
  }

  it('loses nobody of a group that shares one phone, and takes nobody twice', async () => {
    const couple = [
      { name: '甲工', citizenId: '11010519491231002X', phone: WORKER_PHONE, months },
      { name: '乙工', phone: WORKER_PHONE, months },
    ];
    const view = await filedCase(as, { headcount: 2, owedFen: 2_000, people: couple });
    const claims = await claimsOf(as, view);
    assert.deepEqual(
      claims.map(({ name }) => name),
      ['甲工', '乙工'],
    );
    const again = move(as('inspector'), view, 'claims', {
      rows: [{ name: '乙工', phone: WORKER_PHONE, months }],
    });
    assert.equal(await refusal(again.set('idempotency-key', 'a'.repeat(36))), '422 invalidInput rows.0');
    const edit = (name: string) =>
      as('inspector').patch(`/claims/${claims[0]?.id}`, { name }, { 'if-match': `"v${claims[0]?.version}"` });
    assert.equal(await refusal(edit('乙工')), '422 invalidInput phone');
    await ok(edit('丙工'));
  });
});
