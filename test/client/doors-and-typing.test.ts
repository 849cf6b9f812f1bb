import assert from 'node:assert/strict';
import { alikeOf } from '../../client/src/features/registry/alike.ts';
import { digitsOf, numberFault } from '../../client/src/features/phone/phone-number.ts';
import { safeReturnPath } from '../../client/src/router/return-path.ts';
import { letters, sortMark, turnSort } from '../../client/src/ui/table/table-column.ts';
import { stemOfName } from '../../server/core/kit/company-name.ts';

describe('client: where signing in leads, and what people type', () => {
  for (const path of ['/', '/settings/users', '/settings/users?q=a&state=active', '/m']) {
    it(`goes back to ${path}`, () => {
      assert.equal(safeReturnPath(path), path);
    });
  }

  for (const path of [
    'https://example.org/',
    '//example.org/',
    '/\\example.org',
    '\\\\example.org',
    'javascript:alert(1)',
    'settings',
    '/a\\b',
    '/a\nb',
    '/sign-in',
    '/sign-in?return=/sign-in',
    '/m/sign-in',
    '',
    undefined,
    ['/a', '/b'],
  ]) {
    it(`does not go to ${JSON.stringify(path)}`, () => {
      assert.equal(safeReturnPath(path), '/');
    });
  }

  it('reads a phone number through blanks, dashes and the country code', () => {
    for (const typed of [
      '13800138000',
      '138 0013 8000',
      '138-0013-8000',
      '+86 138 0013 8000',
      '8613800138000',
    ]) {
      assert.equal(digitsOf(typed), '13800138000');
      assert.equal(numberFault(typed), null);
    }
  });

  it('says what is wrong with a phone number before anything is sent', () => {
    assert.equal(numberFault(''), 'short');
    assert.equal(numberFault('1380013800'), 'short');
    assert.equal(numberFault('138001380000'), 'long');
    assert.equal(numberFault('02812345678'), 'notMobile');
  });

  it('a heading pressed once orders upwards, pressed again downwards', () => {
    assert.equal(turnSort('-createdAt', 'name'), 'name');
    assert.equal(turnSort('name', 'name'), '-name');
    assert.equal(turnSort('-name', 'name'), 'name');
    assert.equal(sortMark('name', 'name'), 'ascending');
    assert.equal(sortMark('-name', 'name'), 'descending');
    assert.equal(sortMark('-name', 'login'), 'none');
    assert.equal(sortMark('-name', undefined), undefined);
  });
});

describe('client: what is on record under a name that was typed', () => {
  for (const [typed, words] of [
    ['文山建工集团有限公司', '文山建工'],
    [' 文山 演示劳务分包有限责任公司 ', '文山演示劳务分包'],
    ['云南某某股份有限公司', '云南某某'],
    ['９１532601MA6KC00037', '91532601ma6kc00037'],
    ['甲公司', '甲公司'],
    ['甲', ''],
    ['', ''],
  ] as const)
    it(`is looked for by “${words}” when “${typed}” was typed`, () => {
      assert.equal(stemOfName(typed), words);
    });

  it('of the same name, former name or code comes first, and what is only like it is told apart', () => {
    const one = (id: string, name: string, ...also: string[]) => ({
      id,
      name,
      areaCode: '532601',
      notes: [],
      also,
    });
    const found = [
      one('like', '文山建工劳务有限公司'),
      one('now', '文山新建工有限公司', '文山建工有限公司'),
      one('same', '文山建工 有限公司'),
    ];
    const told = (typed: string) => alikeOf(typed, found).map(({ id, isSame }) => `${id} ${String(isSame)}`);
    assert.deepEqual(told('文山建工有限公司'), ['now true', 'same true', 'like false']);
    assert.deepEqual(told('文山建工'), ['like false', 'now false', 'same false']);
  });
});

describe('client: how wide a column of a list is made', () => {
  it('counts Chinese letters and their punctuation whole, figures and Latin letters as about half', () => {
    assert.equal(letters(''), 0);
    assert.equal(letters('文山市，演示'), 6);
    const year = letters('2026-11-23');
    assert.ok(year > 5 && year < 6, String(year));
    assert.equal(letters('演示 A'), 2 + letters(' A'));
  });
});
