import assert from 'node:assert/strict';
import { PROCEEDING_KINDS } from '../../../server/core/contract/proceedings.ts';
import { finalStates } from '../../../server/core/kit/flow.ts';
import { isPeriodId } from '../../../server/core/law/periods.ts';
import { OPEN, UNOPENED } from '../../../server/core/lives/life-table.ts';
import { PROCEEDINGS } from '../../../server/core/proceedings/proceedings.ts';
import { isOffices } from '../../../server/core/lives/own-periods.ts';

describe('the tables of proceedings', () => {
  for (const kind of PROCEEDING_KINDS) {
    const { flow, states, actions, holds } = PROCEEDINGS[kind];
    const edges = Object.entries(flow).flatMap(([state, open]) =>
      Object.entries(open).map(([action, edge]) => ({ state, action, edge })),
    );

    it(`${kind}: every state is reached, named, and one of them is an end`, () => {
      const reached = new Set([UNOPENED]);
      for (let before = 0; before !== reached.size;) {
        before = reached.size;
        for (const { state, edge } of edges) if (edge && reached.has(state)) reached.add(edge.to);
      }
      assert.deepEqual([...reached].sort(), Object.keys(flow).sort());
      assert.deepEqual(
        Object.keys(states).sort(),
        Object.keys(flow)
          .filter((one) => one !== UNOPENED)
          .sort(),
      );
      const ends = finalStates(flow);
      assert.ok(ends.length > 0);
      assert.deepEqual(
        holds.filter((state) => ends.includes(state)),
        [],
        'an end holds no case open',
      );
    });

    it(`${kind}: every action has its form and every form its action`, () => {
      assert.deepEqual([...new Set(edges.map(({ action }) => action))].sort(), Object.keys(actions).sort());
      assert.deepEqual(Object.keys(flow[UNOPENED] ?? {}), [OPEN]);
      for (const [name, { fields, on, isApproval }] of Object.entries(actions)) {
        const names = fields.map((field) => field.name);
        assert.equal(new Set(names).size, names.length, name);
        const day = fields.find((field) => field.name === on);
        assert.ok(
          on === undefined || (day?.kind === 'day' && day.isPast === true),
          `${name}: the day it happened`,
        );
        for (const field of fields) assert.ok(field.label.zh !== '' && field.label.en !== '', field.name);
        const by = edges.filter(({ action }) => action === name).flatMap(({ edge }) => edge?.by ?? []);
        if (isApproval === true)
          assert.ok(
            by.every((role) => role === 'bureauHead'),
            name,
          );
      }
    });

    it(`${kind}: a period that is started is met somewhere, where the office has to keep it`, () => {
      const started = new Set(edges.flatMap(({ edge }) => edge?.starts ?? []));
      const met = new Set(edges.flatMap(({ edge }) => edge?.meets ?? []));
      assert.deepEqual(
        [...started].filter((id) => isPeriodId(id) && isOffices(id) && !met.has(id)),
        [],
      );
    });
  }

  it('take into the queue what the office must keep, and not the rights of others', () => {
    const kept = [
      'evidencePreservation',
      'service',
      'penaltyDecision',
      'transferApproval',
      'transferSending',
    ];
    const own = [
      'policeReconsideration',
      'courtEnforcement',
      'performanceDemand',
      'finePayment',
      'bondRefill',
    ];
    for (const id of [...kept, ...own]) assert.ok(isPeriodId(id) && isOffices(id), id);
    for (const id of ['hearingRequest', 'reconsideration', 'suit', 'inspectionLimit'])
      assert.ok(isPeriodId(id) && !isOffices(id), id);
  });
});
