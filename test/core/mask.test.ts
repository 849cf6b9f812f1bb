import assert from 'node:assert/strict';
import fc from 'fast-check';
import { maskBankCard, maskCitizenId, maskName, maskPhone } from '../../server/core/kit/mask.ts';

describe('masks', () => {
  const examples: [(text: string) => string, string, string][] = [
    [maskName, '张三', '张*'],
    [maskName, '王小二', '王*二'],
    [maskName, '欧阳小明', '欧**明'],
    [maskName, '李', '*'],
    [maskName, '𠮷田光', '𠮷*光'],
    [maskName, '', ''],
    [maskCitizenId, '11010519491231002X', '110***********002X'],
    [maskCitizenId, '1234567', '*******'],
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '12345', '*****'],
    [maskBankCard, '6222021234567890123', '***************0123'],
    [maskBankCard, '6222 0212 3456 7890 123', '***************0123'],
    [maskBankCard, '123', '***'],
  ];
  for (const [mask, text, expected] of examples) {
    it(`${mask.name} shows ${text === '' ? 'an empty text' : text} as “${expected}”`, () =>
      assert.equal(mask(text), expected));
  }

  it('never show the birth date of a citizen number', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 });
    fc.assert(fc.property(digits, (id) => maskCitizenId(id.join('')).slice(3, 14) === '*'.repeat(11)));
  });

  it('never show more than the last four digits of a card', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 0, maxLength: 30 });
    fc.assert(fc.property(digits, (card) => maskBankCard(card.join('')).replaceAll('*', '').length <= 4));
  });
});
