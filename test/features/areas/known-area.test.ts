import assert from 'node:assert/strict';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { insertAreas, updateArea } from '../../../server/features/areas/area.model.ts';
import type { AreaRecord } from '../../../server/features/areas/area.model.ts';
import { findAreaOn } from '../../../server/features/areas/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { useStore } from '../../support/store.ts';

const TODAY = plainDate('2026-11-21');
const AREA: AreaRecord = {
  code: '532699',
  name: '新县',
  nameEn: 'New County',
  level: 'county',
  parentCode: '5326',
  validFrom: plainDate('2026-01-01'),
  validTo: plainDate('9999-12-31'),
  source: 'test',
  version: 1,
};

describe('an area as every request asks for it', () => {
  useStore();

  it('exists as soon as it is made, also for the transaction that makes it', async () => {
    assert.equal(await findAreaOn('532699', TODAY), null);
    await inTransaction(async () => {
      await insertAreas([AREA]);
      assert.equal((await findAreaOn('532699', TODAY))?.name, '新县');
    });
    assert.equal((await findAreaOn('532699', TODAY))?.name, '新县');
  });

  it('has its new name, and is closed, as soon as that is changed', async () => {
    await insertAreas([AREA]);
    assert.equal((await findAreaOn('532699', TODAY))?.isValid, true);
    assert.equal(await updateArea(AREA, 1, { name: '老县' }), true);
    assert.equal((await findAreaOn('532699', TODAY))?.name, '老县');
    assert.equal(await updateArea(AREA, 2, { validTo: plainDate('2026-11-20') }), true);
    assert.equal((await findAreaOn('532699', TODAY))?.isValid, false);
  });

  it('that was undone does not exist', async () => {
    await assert.rejects(
      inTransaction(async () => {
        await insertAreas([AREA]);
        await findAreaOn('532699', TODAY);
        throw new Error('undone');
      }),
      /undone/,
    );
    assert.equal(await findAreaOn('532699', TODAY), null);
  });
});
