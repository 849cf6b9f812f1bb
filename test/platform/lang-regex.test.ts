import assert from 'node:assert/strict';
import { BSONRegExp } from 'bson';
import fc from 'fast-check';
import { StoreError } from '../../server/platform/embedded/lang/errors.ts';
import { compileRegex, literalPrefix, toRegex } from '../../server/platform/embedded/lang/regex.ts';

const matches = (pattern: string, text: string, options = ''): boolean =>
  compileRegex(new BSONRegExp(pattern, options))(text);

/** PCRE's meaning, where JavaScript's differs. */
describe('A pattern is read as MongoDB reads it', () => {
  const cases: [string, string, string, boolean][] = [
    ['a.b', '', 'a\rb', true],
    ['a.b', '', 'a\u2028b', true],
    ['a.b', '', 'a\nb', false],
    ['a.b', 's', 'a\nb', true],
    ['^b', 'm', 'a\rb', false],
    ['^b', 'm', 'a\nb', true],
    ['a$', '', 'a\n', true],
    ['a$', '', 'a\nb', false],
    ['a$', 'm', 'a\nb', true],
    ['\\Aa', 'm', 'b\na', false],
    ['a\\z', '', 'a\n', false],
    ['a\\Z', '', 'a\n', true],
    ['^\\s$', '', '\u3000', false],
    ['^[\\s]$', '', '\t', true],
    ['^\\S$', '', '\u3000', true],
    ['^.$', '', '\u{20BB7}', true],
    ['a\\-b', '', 'a-b', true],
    ['^[a\\-z]$', '', '-', true],
    ["o\\'b", '', "o'b", true],
    ['^[a[b]$', '', '[', true],
    ['李', 'i', '李', true],
    ['ÄB', 'i', 'äb', true],
  ];
  for (const [pattern, options, text, expected] of cases) {
    it(`/${pattern}/${options} ${expected ? 'matches' : 'does not match'} ${JSON.stringify(text)}`, () => {
      assert.equal(matches(pattern, text, options), expected);
    });
  }

  it('and refused where JavaScript would silently read it in another way', () => {
    for (const pattern of [
      '[[:alpha:]]',
      '[]a]',
      '[^]a]',
      '(?i)a',
      'a++',
      '\\Qa\\E',
      '\\h',
      '\\v',
      '(',
      'a{',
      '\\',
    ]) {
      assert.throws(() => matches(pattern, 'a'), StoreError, pattern);
    }
    assert.throws(() => matches('a', 'a', 'x'), StoreError);
    assert.throws(() => toRegex('a\0b', ''), StoreError);
    assert.throws(() => toRegex('a', 'g'), StoreError);
  });

  it('so that a text with all its signs escaped finds exactly itself', () => {
    const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const any = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 8 }));
    const text = any.filter((given) => !given.includes('\0'));
    fc.assert(
      fc.property(text, (given) => {
        assert.equal(matches(`^${escaped(given)}$`, given), true);
        assert.equal(matches(`^${escaped(given)}$`, `${given}x`), false);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('The literal beginning of a pattern', () => {
  it('is what every match begins with', () => {
    const prefixes: [string, string][] = [
      ['^abc', 'abc'],
      ['^ab?c', 'a'],
      ['^ab*', 'a'],
      ['^ab+', 'a'],
      ['^a\\.b', 'a.b'],
      ['^a.b', 'a'],
      ['^a|b', ''],
      ['^(a)', ''],
      ['abc', ''],
      ['^a\\d', 'a'],
      ['^ab{2}', 'a'],
      ['^乐山.', '乐山'],
    ];
    for (const [pattern, prefix] of prefixes) {
      assert.equal(literalPrefix(new BSONRegExp(pattern)), prefix, pattern);
    }
    assert.equal(literalPrefix(new BSONRegExp('^abc', 'i')), '');
  });
});
