import assert from 'node:assert/strict';
import type { AlertChangePreview } from '../../../server/core/contract/alert-figures.ts';
import { cardsNow, look, standing, useAlerts } from './alerts-app.ts';

describe('what a change of the warnings would do', function () {
  this.timeout(30_000);
  const app = useAlerts();
  before(() => look('2026-12-20'));

  it('is the same for the head of the office and for the administrator who will set it', async () => {
    const [card] = await cardsNow();
    assert.ok(card);
    const raised = card.rules.find(({ state }) => state === 'raised');
    assert.ok(raised, 'the site of the tests has something the rules warn of');
    const preview = async (who: 'head' | 'admin'): Promise<AlertChangePreview> => {
      const change = {
        areaCode: '532601',
        parameter: 'alertLevels',
        value: { [raised.rule]: 'off' },
      };
      const { body } = await app.as(who).create('/alert-rules/preview', change).expect(200);
      return body as AlertChangePreview; // the door's answer
    };
    const [head, admin] = [await preview('head'), await preview('admin')];
    assert.equal(head.projects, (await cardsNow()).length);
    assert.equal(head.wouldClear, raised.count);
    assert.equal(head.wouldRaise, 0);
    assert.deepEqual(admin, head);
    assert.ok(
      (await standing(card._id)).some((one) => one.startsWith(raised.rule)),
      'nothing was changed',
    );
  });
});
