import assert from 'node:assert/strict';
import { digitsOf, numberFault } from '../../client/src/features/phone/phone-number.ts';
import { safeReturnPath } from '../../client/src/router/return-path.ts';
import { sortMark, turnSort } from '../../client/src/ui/table/table-column.ts';

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
