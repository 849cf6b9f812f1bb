import assert from 'node:assert/strict';
import { MongoClientBulkWriteError } from 'mongodb';
import { ALLOW_LIST } from '../../server/platform/embedded/lang/allow-list.ts';
import { manualPage, useConformanceStore } from '../support/conformance-store.ts';
import { isEmbedded } from '../support/named-store.ts';
import { COMMAND_CASES } from './store-cases/command-cases.ts';
import { EXPRESSION_CASES } from './store-cases/expression-cases.ts';
import { PIPELINE_CASES } from './store-cases/pipeline-cases.ts';
import { QUERY_CASES } from './store-cases/query-cases.ts';
import { UPDATE_CASES } from './store-cases/update-cases.ts';

describe('The commands answer as the manual says', () => {
  const store = useConformanceStore('commands');
  /** The wire version of MongoDB 8.0. */
  const NEW = 25;
  const isOld = async (): Promise<boolean> =>
    !isEmbedded && (await store().db.command({ hello: 1 }))['maxWireVersion'] < NEW;

  for (const { rows, says, isNew, run } of COMMAND_CASES) {
    const [first = ''] = rows;
    it(`${rows.map((row) => row.split('.')[1]).join(', ')}: ${says} (${manualPage(first)})`, async () => {
      if (isNew === true && (await isOld())) await assert.rejects(run(store()), MongoClientBulkWriteError);
      else await run(store());
    });
  }
});

describe('The allow-list', () => {
  const shown = new Set<string>([
    ...[...QUERY_CASES, ...UPDATE_CASES, ...PIPELINE_CASES, ...EXPRESSION_CASES].map((one) => one.row),
    ...COMMAND_CASES.flatMap((one) => one.rows),
  ]);
  for (const [kind, rows] of Object.entries(ALLOW_LIST)) {
    it(`has a case for each of its ${kind}`, () => {
      const missing = Object.keys(rows).filter((name) => !shown.has(`${kind}.${name}`));
      assert.deepEqual(missing, []);
    });
  }
  it('has a page of the manual for each case', () => {
    for (const row of shown)
      assert.match(manualPage(row), /^https:\/\/www\.mongodb\.com\/docs\/manual\/\S+\/?/);
  });
});
