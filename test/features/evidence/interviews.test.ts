import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { EvidenceView, InterviewView } from '../../../server/core/contract/evidence.ts';
import { storedBytes } from '../../../server/features/files/index.ts';
import { filedCase, idOf, ok, onDay, problemOf, refusal, stored } from '../cases/cases-app.ts';
import { change, listOf, useEvidenceApp } from './evidence-scene.ts';

const HAND = [
  [100, 100, 300, 500, 700, 400],
  [800, 200, 820, 700],
];

describe('the record of an interview', () => {
  const { as } = useEvidenceApp();
  let view: CaseView;
  beforeEach(async () => {
    onDay('2026-03-02');
    view = await filedCase(as);
  });

  const text = (over: object = {}): object => ({
    personName: '张大山',
    personRole: '农民工',
    place: '阳光花园二期工地',
    inspectorIds: [idOf('inspector'), idOf('inspector2')],
    begunAt: '2026-03-02T01:30:00.000Z',
    lines: [{ question: '你在哪个班组？', answer: '钢筋班，做了三个月。' }],
    isReporter: false,
    ...over,
  });
  const begin = (over: object = {}) =>
    ok<InterviewView>(as('inspector').create(`/cases/${view.id}/interviews`, text(over)));
  const write = (one: { id: string; version: number }, over: object = {}) =>
    as('inspector').patch(`/interviews/${one.id}`, text(over), { 'if-match': `"v${one.version}"` });
  const sign = (one: InterviewView, name: string, who = 'inspector', strokes = HAND) =>
    change(as('inspector'), `/interviews/${one.id}/sign`, one, { who, name, strokes });
  const finish = (one: InterviewView, over: object = {}) =>
    change(as('inspector2'), `/interviews/${one.id}/finish`, one, {
      endedAt: '2026-03-02T01:59:00Z',
      ...over,
    });
  /** Signed by both inspectors and, unless told otherwise, by the person. */
  async function signed(byPerson = true, over: object = {}): Promise<InterviewView> {
    let one = await begin(over);
    one = await ok(sign(one, '李明清'));
    one = await ok(sign(one, '王队员'));
    return byPerson ? ok(sign(one, '张大山', 'person')) : one;
  }

  it('is not begun by fewer than two inspectors of the office', async () => {
    const door = `/cases/${view.id}/interviews`;
    const alone = text({ inspectorIds: [idOf('inspector')] });
    assert.equal(await refusal(as('inspector').create(door, alone)), '422 invalidInput inspectorIds');
    const foreign = text({ inspectorIds: [idOf('inspector'), idOf('otherInspector')] });
    assert.equal(await refusal(as('inspector').create(door, foreign)), '422 invalidInput inspectorIds.1');
    const tomorrow = text({ begunAt: '2026-03-03T02:00:00Z' });
    assert.equal(await refusal(as('inspector').create(door, tomorrow)), '422 invalidInput begunAt');
    assert.equal(await refusal(as('clerk').create(door, text())), '403 forbidden');
  });

  it('never lets the later writer win: a stale text is refused, and both texts can still be read', async () => {
    const one = await begin();
    const first = await ok<InterviewView>(write(one, { lines: [{ question: '甲', answer: '乙' }] }));
    assert.equal(
      await refusal(write(one, { lines: [{ question: '丙', answer: '丁' }] })),
      '412 staleVersion',
    );
    const now = await ok<InterviewView>(as('inspector2').get(`/interviews/${one.id}`));
    assert.deepEqual([now.version, now.lines], [first.version, [{ question: '甲', answer: '乙' }]]);
  });

  it('loses its signatures when its words change, because they were put under other words', async () => {
    const one = await signed();
    assert.deepEqual(
      one.signatures.map(({ who, name }) => [who, name]),
      [
        ['inspector', '李明清'],
        ['inspector', '王队员'],
        ['person', '张大山'],
      ],
    );
    assert.deepEqual((await ok<InterviewView>(write(one))).signatures, []);
  });

  it('takes a signature only from a person of the interview, and only one that was really drawn', async () => {
    const one = await begin();
    const tries: [string, string, number[][], string][] = [
      ['赵队员', 'inspector', HAND, '422 invalidInput name'],
      ['别人', 'person', HAND, '422 invalidInput name'],
      ['张大山', 'person', [[500, 500]], '422 invalidInput strokes'],
      ['张大山', 'person', [[0, 0, 500]], '422 invalidInput strokes.0'],
      ['张大山', 'person', [[0, 0, 1001, 5]], '422 invalidInput strokes.0.2'],
      ['张大山', 'person', [], '422 invalidInput strokes'],
      ['张大山', 'person', Array.from({ length: 121 }, () => [1, 2, 900, 4]), '422 invalidInput strokes'],
      [
        '张大山',
        'person',
        Array.from({ length: 100 }, () => Array<number>(200).fill(7)),
        '422 invalidInput strokes',
      ],
    ];
    for (const [name, who, strokes, expected] of tries)
      assert.equal(await refusal(sign(one, name, who, strokes)), expected, `${name} ${strokes.length}`);
    const empty = await begin({ lines: [] });
    assert.equal(await refusal(sign(empty, '李明清')), '422 invalidInput strokes');
  });

  it('is frozen as a paper that is evidence, when two inspectors and the person have signed', async () => {
    const one = await signed();
    const done = await ok<InterviewView>(finish(one));
    assert.deepEqual([done.state, done.actions], ['signed', []]);
    const [piece] = await listOf(as, view);
    assert.deepEqual(
      [piece?.kind, piece?.title, piece?.id, piece?.sha256],
      ['interview', '询问笔录：张大山（农民工）', done.evidenceId, done.pdf?.sha256],
    );
    const pdf = await storedBytes(done.pdf?.sha256 ?? '');
    assert.equal(pdf.subarray(0, 5).toString(), '%PDF-');
    const shown = await ok<EvidenceView>(as('inspector').get(`/evidence/${done.evidenceId}`));
    assert.deepEqual(shown.actions, ['edit', 'withdraw'], 'a paper cannot be covered');
    const box = { boxes: [{ left: 0, top: 0, width: 9, height: 9 }], reason: 'x' };
    assert.equal(
      await refusal(change(as('inspector'), `/evidence/${shown.id}/redact`, shown, box)),
      '422 invalidInput boxes',
    );
    for (const sent of [write(done), sign(done, '李明清'), finish(done)])
      assert.equal((await problemOf(sent)).status, 409, 'only read from now on');
  });

  it('is not finished while an inspector’s hand is missing, nor without the person’s or a reason', async () => {
    const one = await begin();
    assert.equal(await refusal(finish(await ok(sign(one, '李明清')))), '422 invalidInput signatures');
    const unsigned = await signed(false);
    assert.equal(await refusal(finish(unsigned)), '422 invalidInput unsignedReason');
    assert.equal(
      await refusal(finish(unsigned, { endedAt: '2026-03-02T01:00:00Z' })),
      '422 invalidInput endedAt',
    );
    const done = await ok<InterviewView>(finish(unsigned, { unsignedReason: '被询问人拒绝签名' }));
    assert.equal(done.unsignedReason, '被询问人拒绝签名');
  });

  it('of somebody who made a report is known to the two inspectors of the case alone', async () => {
    const one = await signed(true, { isReporter: true });
    const done = await ok<InterviewView>(finish(one));
    for (const who of ['head', 'clerk', 'inspector3'] as const) {
      assert.equal((await as(who).get(`/interviews/${one.id}`)).status, 404, who);
      const { items } = await ok<{ items: InterviewView[] }>(as(who).get(`/cases/${view.id}/interviews`));
      assert.deepEqual(items, [], who);
      assert.equal((await as(who).get(`/files/${done.pdf?.id}`)).status, 404, who);
    }
    const own = { caseId: view.id };
    const events = await stored('events', { subject: `case:${view.id}` });
    const kept = JSON.stringify([await stored('interviews', own), await stored('caseEvidence', own), events]);
    assert.ok(!kept.includes('张大山'), 'the name stands nowhere in the clear');
  });
});
