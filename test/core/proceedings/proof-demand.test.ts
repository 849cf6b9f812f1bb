import assert from 'node:assert/strict';
import { printCitation } from '../../../server/core/law/articles.ts';
import type { Facts } from '../../../server/core/lives/life-table.ts';
import { documentsAsked, PROOF_DEMAND } from '../../../server/core/proceedings/proof-demand.ts';
import { Walk } from './walk.ts';

const SERVED = { addressee: 'respondent', serviceMode: 'DIRECT', servedOn: '2026-03-02' };
const DEMAND: Facts = { ...SERVED, asksWageLedger: true, produceBy: '2026-03-10' };
const open = (over: Facts = {}, day = '2026-03-02'): [Walk, string] => {
  const walk = new Walk('proofDemand', { parties: ['respondent'] }).on(day);
  return [walk, walk.take('open', { ...DEMAND, ...over })];
};

describe('a demand for employment records', () => {
  const OPENED: [what: string, over: Facts, says: RegExp | string][] = [
    ['runs to the day the office names', {}, 'waiting'],
    ['may name a day off: the law does not move it', { produceBy: '2026-03-08' }, 'waiting'],
    ['asks for one of the four at least', { asksWageLedger: false }, /^asksLabourContract/u],
    ['ends after the day of service', { produceBy: '2026-03-02' }, /^produceBy: After .* 2026-03-02/u],
    [
      'by public notice ends after the thirty days of the notice',
      { serviceMode: 'PUBLIC_NOTICE', produceBy: '2026-04-01' },
      /^produceBy: After .* 2026-04-01/u,
    ],
    ['goes to a party the case has', { addressee: 'firstPayer' }, /^addressee/u],
  ];
  for (const [what, over, says] of OPENED) {
    it(what, () => {
      const [walk, said] = open(over);
      if (typeof says !== 'string') assert.match(said, says);
      else assert.deepEqual([said, walk.running['proofDemand']], [says, over['produceBy'] ?? '2026-03-10']);
    });
  }

  it('counts from the day the paper counts as served', () => {
    const [walk] = open({ serviceMode: 'PUBLIC_NOTICE', produceBy: '2026-04-10' });
    assert.deepEqual(walk.now.deadlines, [
      { period: 'proofDemand', startedOn: '2026-04-01', dueOn: '2026-04-10' },
    ]);
  });

  it('leaves the company the whole of its last day, and says then what follows, with the article', () => {
    const [walk] = open();
    assert.match(walk.on('2026-03-10').take('lapse', { finding: 'x' }), /^not yet: It runs to 2026-03-10/u);
    assert.equal(walk.on('2026-03-11').take('lapse', { finding: 'x' }), 'lapsed');
    assert.deepEqual(walk.running, {});
    assert.equal(walk.figure('Consequence'), 'Borne by the employer');
    const [figure] = PROOF_DEMAND.figures(walk.now);
    assert.match(printCitation(figure?.cite ?? 'INS-9-1', 'zh'), /第五十条/u);
    assert.equal(walk.take('accept', { producedOn: '2026-03-11' }), 'not open');
  });

  it('is given more time to a day to come, never less', () => {
    const [walk] = open();
    assert.match(
      walk.take('extend', { produceBy: '2026-03-09', reason: 'x' }),
      /^produceBy: After 2026-03-10/u,
    );
    walk.on('2026-03-12');
    assert.match(
      walk.take('extend', { produceBy: '2026-03-12', reason: 'x' }),
      /^produceBy: After 2026-03-12/u,
    );
    assert.equal(walk.take('extend', { produceBy: '2026-03-16', reason: 'x' }), 'waiting');
    assert.equal(walk.running['proofDemand'], '2026-03-16');
    assert.match(walk.take('lapse', { finding: 'x' }), /2026-03-16/u);
    assert.equal(walk.take('accept', { producedOn: '2026-03-12' }), 'produced');
    assert.equal(walk.now.deadlines[0]?.metOn, '2026-03-12');
  });

  it('names the documents it asks for, and can be taken back', () => {
    const [walk] = open({ asksStaffRoster: true, asksWageLedger: false, asksLabourContract: true });
    assert.deepEqual(documentsAsked(walk.now.facts), ['labourContract', 'staffRoster']);
    assert.equal(walk.take('withdraw', { reason: 'x' }), 'withdrawn');
    assert.deepEqual(walk.running, {});
  });
});
