import assert from 'node:assert/strict';
import type {
  AlertChangePreview,
  AlertFigures,
  PreviewAlertChange,
} from '../../../server/core/contract/alert-figures.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { Events } from '../../../server/platform/audit/index.ts';
import { asSystem, MONTH } from '../payroll/payroll-life-app.ts';
import { alertOf, cardsNow, look, setDay, standing, useAlerts } from './alerts-app.ts';

describe('what a change of the warnings would do', function () {
  this.timeout(30_000);
  const app = useAlerts();
  const on = (areaCode: string, day: string, value: Record<string, string> | number) => ({
    ...{ areaCode, from: plainDate(day), value, source: '测试' },
  });
  const preview = async (
    change: Omit<PreviewAlertChange, 'areaCode'>,
    who: 'head' | 'admin' = 'admin',
  ): Promise<AlertChangePreview> => {
    const asked = { areaCode: '532601', ...change };
    const { body } = await app.as(who).create('/alert-rules/preview', asked).expect(200);
    return body as AlertChangePreview; // the door's answer
  };
  before(async () => {
    await app.file({ answers: { right: 1, less: 0, nothing: 1, notMe: 0, unanswered: 0 } });
    await look('2026-12-20');
  });

  it('is the same for the head of the office and for the administrator who will set it', async () => {
    const [card] = await cardsNow();
    assert.ok(card);
    const raised = card.rules.find(({ state }) => state === 'raised');
    assert.ok(raised, 'the site of the tests has something the rules warn of');
    const change = { parameter: 'alertLevels', value: { [raised.rule]: 'off' } };
    const [head, admin] = [await preview(change, 'head'), await preview(change)];
    assert.equal(head.projects, (await cardsNow()).length);
    assert.equal(head.wouldClear, raised.count);
    assert.equal(head.wouldRaise, 0);
    assert.deepEqual(admin, head);
    assert.ok(
      (await standing(card._id)).some((one) => one.startsWith(raised.rule)),
      'nothing was changed',
    );
  });

  it('leaves alone what a part of the area decided for itself, today and not before', async () => {
    const off = { parameter: 'alertLevels', value: { boardPhotoMissing: 'off' } };
    const { projects, wouldClear } = await preview(off);
    assert.ok(wouldClear > 0);
    await setParameter(
      'alertLevels',
      on('532601001', '2026-12-21', { boardPhotoMissing: 'red' }),
      asSystem(),
    );
    assert.equal((await preview(off)).wouldClear, wouldClear, 'its own level does not hold yet');
    setDay('2026-12-21');
    assert.deepEqual(
      [(await preview(off)).projects, (await preview(off)).wouldClear],
      [projects, 0],
      'the part has its own level now',
    );
    assert.equal(
      (await preview({ ...off, value: { boardPhotoMissing: 'off', filedNotPaid: 'off' } })).wouldClear,
      0,
      'levels are decided together',
    );
    assert.ok(
      (await preview({ parameter: 'alertMonthsBack', value: 1 })).wouldClear > 0,
      'another number is not',
    );
  });

  it('of fewer months to look back to: what is too old lapses, and is counted neither cured nor right', async () => {
    const { state, month } = await alertOf('answeredNothing');
    assert.deepEqual([state, month], ['raised', MONTH]);
    await setParameter('alertMonthsBack', on('532601', '2026-12-22', 1), asSystem());
    await look('2026-12-22');
    const lapsed = await alertOf('answeredNothing');
    assert.deepEqual(
      [lapsed.state, lapsed.endedOn, lapsed.open, lapsed.standing, lapsed.history.at(-1)?.action],
      ['lapsed', '2026-12-22', undefined, undefined, 'lapse'],
    );
    const told = await Events.find({ subject: `alert:${String(lapsed._id)}` }).lean();
    assert.equal(told.at(-1)?.action, 'alert.lapsed');
    const { hits } = (await app.as('leader').get('/alert-figures', { areaCode: '532601' }).expect(200))
      .body as AlertFigures; // the door's answer
    assert.deepEqual(
      hits.filter(({ rule }) => rule === 'answeredNothing').map(({ question: _, ...counts }) => counts),
      [{ rule: 'answeredNothing', month: '2026-12', raised: 1, cured: 0, judged: 0, right: 0 }],
    );
    const { id, version } = { id: String(lapsed._id), version: lapsed.version };
    assert.equal(
      (await app.as('inspector').move(`/alerts/${id}/judge`, version, { right: true })).status,
      200,
    );
    assert.deepEqual(await look('2026-12-22'), { projects: 0, raised: 0, cured: 0, kept: 0 });
  });

  it('of a number that is raised: what the data still show ends for the number, and is counted neither cured nor right', async () => {
    assert.equal((await alertOf('entryWithoutContract')).state, 'raised');
    await setParameter('alertWithoutContractPeople', on('532601', '2026-12-23', 50), asSystem());
    await look('2026-12-23');
    const ended = await alertOf('entryWithoutContract');
    assert.deepEqual(
      [ended.state, ended.endedOn, ended.open, ended.standing, ended.history.at(-1)?.action],
      ['dismissed', '2026-12-23', undefined, undefined, 'retune'],
    );
    const told = await Events.find({ subject: `alert:${String(ended._id)}` }).lean();
    assert.equal(told.at(-1)?.action, 'alert.retuned');
    const { hits } = (await app.as('leader').get('/alert-figures', { areaCode: '532601' }).expect(200))
      .body as AlertFigures; // the door's answer
    assert.deepEqual(
      hits.filter(({ rule }) => rule === 'entryWithoutContract').map(({ question: _, ...counts }) => counts),
      [{ rule: 'entryWithoutContract', month: '2026-12', raised: 1, cured: 0, judged: 0, right: 0 }],
    );
    await setParameter('alertWithoutContractPeople', on('532601', '2026-12-24', 1), asSystem());
    await look('2026-12-24');
    assert.equal((await alertOf('entryWithoutContract')).raisedOn, '2026-12-24', 'and comes back with it');
  });
});
