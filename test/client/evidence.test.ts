import assert from 'node:assert/strict';
import { boxBetween, moved, stretched } from '../../client/src/features/evidence/cover-boxes.ts';
import { differencesOf, isSameText, merged } from '../../client/src/features/evidence/interview-text.ts';
import type { WriteInterview } from '../../server/core/contract/evidence.ts';

const text = (over: Partial<WriteInterview> = {}): WriteInterview => ({
  ...{ personName: '陆小川', personRole: '农民工', place: '东门', begunAt: '2026-03-02T01:30:00.000Z' },
  ...{ inspectorIds: ['a', 'b'], isReporter: false, lines: [{ question: '甲', answer: '一' }] },
  ...over,
});

describe('two texts of one interview', () => {
  it('are the same whatever the order of their fields and the zone their moment is written in', () => {
    const { lines, ...rest } = text();
    assert.equal(isSameText({ lines, ...rest }, text({ begunAt: '2026-03-02T09:30:00+08:00' })), true);
    assert.equal(isSameText(text(), text({ place: '西门' })), false);
  });

  it('are told apart line by line, a line of one side being nothing on the other', () => {
    const mine = text({ lines: [...text().lines, { question: '乙', answer: '二' }] });
    assert.deepEqual(
      differencesOf(mine, text({ place: '西门' })).map(({ key, mine: own, theirs }) => [key, own, theirs]),
      [
        ['place', '东门', '西门'],
        ['line.1', '乙\n二', ''],
      ],
    );
  });

  it('are merged as it was chosen, and nothing that was not chosen comes back', () => {
    const mine = text({
      lines: [
        { question: '甲', answer: '我的' },
        { question: '乙', answer: '二' },
      ],
    });
    const theirs = text({ place: '西门', lines: [{ question: '甲', answer: '他的' }] });
    const all = merged(mine, theirs, { place: 'theirs', 'line.0': 'mine', 'line.1': 'theirs' });
    assert.deepEqual([all.place, all.lines], ['西门', [{ question: '甲', answer: '我的' }]]);
    const kept = merged(mine, theirs, { place: 'mine', 'line.0': 'theirs', 'line.1': 'mine' });
    assert.deepEqual(kept.lines, [
      { question: '甲', answer: '他的' },
      { question: '乙', answer: '二' },
    ]);
  });
});

describe('boxes over a picture', () => {
  it('lie inside it whichever corner they are drawn from, and keep an extent', () => {
    assert.deepEqual(boxBetween([900.4, 800], [400, -50]), { left: 400, top: 0, width: 500, height: 800 });
    assert.deepEqual(boxBetween([1000, 1000], [1000, 1000]), { left: 995, top: 995, width: 5, height: 5 });
  });

  it('stop at the edge when they are moved or made larger with the keyboard', () => {
    const box = { left: 700, top: 10, width: 200, height: 100 };
    assert.deepEqual(moved(box, 500, -50), { left: 800, top: 0, width: 200, height: 100 });
    assert.deepEqual(stretched(box, 500, -200), { left: 700, top: 10, width: 300, height: 5 });
  });
});
