import assert from 'node:assert/strict';
import { COMPLAINT_STATES } from '../../../server/core/contract/complaints.ts';
import type { MachineLead } from '../../../server/core/contract/leads.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { leadArea } from '../../../server/core/leads/lead-area.ts';
import { leadCodeOf } from '../../../server/core/leads/lead-codes.ts';
import { leadNotes } from '../../../server/core/leads/lead-note.ts';

describe('leads of other platforms', () => {
  it('are told in the codes the region has set, and in our own where it has set none', () => {
    const set = { accepted: { code: 'B2', words: '办理中' } };
    assert.deepEqual(leadCodeOf('accepted', set), { code: 'B2', words: '办理中' });
    assert.deepEqual(leadCodeOf('accepted'), { code: '20', words: '已受理' });
    assert.deepEqual(leadCodeOf('answered', set), { code: '40', words: '已办结并答复' });
  });

  it('have a code of its own for every state a complaint can have', () => {
    const codes = COMPLAINT_STATES.map((state) => leadCodeOf(state).code);
    assert.equal(new Set(codes).size, COMPLAINT_STATES.length);
  });

  const AREAS: [what: string, given: Parameters<typeof leadArea>[0], lies: ReturnType<typeof leadArea>][] = [
    [
      'a town within the area of the sender',
      { named: '532601001', isKnown: true, own: '532601' },
      { areaCode: '532601001' },
    ],
    ['no area', { named: undefined, isKnown: false, own: '532601' }, { areaCode: '532601' }],
    [
      'an area that is not on record',
      { named: '999999', isKnown: false, own: '532601' },
      { areaCode: '532601' },
    ],
    ['a county next door', { named: '532622', isKnown: true, own: '532601' }, { fault: 'outside' }],
    [
      'no county, from a sender for a prefecture',
      { named: '5326', isKnown: true, own: '5326' },
      { fault: 'missing' },
    ],
  ];
  for (const [what, given, lies] of AREAS)
    it(`with ${what} go to ${'areaCode' in lies ? lies.areaCode : `nobody: ${lies.fault}`}`, () => {
      assert.deepEqual(leadArea(given), lies);
    });

  const LEAD: MachineLead = {
    externalNumber: 'G-7',
    name: '马春花',
    phone: '13900000009',
    citizenId: '11010519491231002X',
    employerName: '文山建工集团有限公司',
    owedFen: fen(1_234_500),
    story: '工资还是没有发。',
  };

  it('sent again with other content are notes that show numbers of a person only in part', () => {
    const [note = '', ...more] = leadNotes('12345 热线', LEAD);
    assert.deepEqual(more, []);
    for (const said of ['G-7', '马春花', '139****0009', '12,345.00', '工资还是没有发。'])
      assert.ok(note.includes(said), `${said} in ${note}`);
    for (const hidden of ['13900000009', '11010519491231002X']) assert.ok(!note.includes(hidden));
  });

  it('name nobody in a note where the lead is a report', () => {
    const note = leadNotes('12345 热线', { ...LEAD, intakeKind: 'REPORT' }).join('');
    for (const hidden of ['马春花', '139', '110']) assert.ok(!note.includes(hidden), hidden);
  });

  it('lose no word of a long story', () => {
    const story = '欠'.repeat(4_990) + '全部说完。';
    const notes = leadNotes('12345 热线', { ...LEAD, story });
    assert.ok(notes.every((note) => note.length <= 2_000));
    assert.ok(notes.join('').endsWith(`诉求：${story}`));
  });
});
