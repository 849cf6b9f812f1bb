import assert from 'node:assert/strict';
import type { Locale } from '../../../server/core/contract/accounts.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { importAreas } from '../../../server/features/areas/index.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import type { Column } from '../../../server/platform/tables/index.ts';
import { exportTable } from '../../../server/platform/tables/index.ts';
import { useStore } from '../../support/store.ts';

interface Row {
  what: string;
  areaCode?: string;
  areaName?: string;
}
const CODE: Column<Row> = { key: 'areaCode', zh: '区划代码', en: 'Area code', kind: 'text' };
const WHAT: Column<Row> = { key: 'what', zh: '事项', en: 'Matter', kind: 'text' };
const OWN_NAME: Column<Row> = { key: 'areaName', zh: '地区', en: 'Area', kind: 'text' };

describe('a table with the codes of areas', () => {
  useStore({ emptyBefore: 'all' });
  before(async () => {
    const common = { validFrom: plainDate('2010-01-01'), source: 'GB/T 2260' };
    const rows = [
      { code: '53', name: '云南省', nameEn: 'Yunnan', ...common },
      { code: '5326', name: '文山州', nameEn: 'Wenshan', ...common },
      { code: '532601', name: '文山市', nameEn: 'Wenshan City', ...common },
    ];
    const ctx = systemCtx('test', { now: new Date('2026-11-20T02:00:00Z'), today: plainDate('2026-11-20') });
    await importAreas('5326', rows, ctx);
  });

  async function csv(
    columns: readonly Column<Row>[],
    rows: readonly Row[],
    locale: Locale,
  ): Promise<string[]> {
    const all = (async function* () {
      for (const row of rows) yield await Promise.resolve(row);
    })();
    const parts: Buffer[] = [];
    for await (const part of await exportTable({ title: 'x', columns, rows: all, format: 'csv', locale }))
      parts.push(Buffer.from(part as Buffer));
    return Buffer.concat(parts).toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
  }
  const rows = [{ what: '甲', areaCode: '532601' }, { what: '乙' }, { what: '丙', areaCode: '999999' }];

  it('names each beside its code, in the language of the table, and nothing where nobody knows it', async () => {
    assert.deepEqual(await csv([CODE, WHAT], rows, 'zh-CN'), [
      '区划代码,区划名称,事项',
      '532601,文山市,甲',
      ',,乙',
      '999999,,丙',
    ]);
    assert.deepEqual((await csv([WHAT, CODE], rows, 'en')).slice(0, 2), [
      'Matter,Area code,Area name',
      '甲,532601,Wenshan City',
    ]);
  });

  it('adds nothing to one that names its areas itself, nor to one without areas', async () => {
    const own = [{ ...rows[0], what: '甲', areaName: '我市' }];
    assert.equal((await csv([CODE, OWN_NAME], own, 'zh-CN'))[0], '区划代码,地区');
    assert.equal((await csv([WHAT], rows, 'zh-CN'))[0], '事项');
  });
});
