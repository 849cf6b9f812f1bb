import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  ageOn,
  checkBankCard,
  checkCitizenId,
  checkCreditCode,
  isMobile,
} from '../../server/core/kit/identity-numbers.ts';
import { dayFromNumber, dayNumber, plainDate } from '../../server/core/kit/plain-date.ts';
import { isReceiptNumber, receiptCheckDigit, withCheckDigit } from '../../server/core/kit/receipt-number.ts';

const TODAY = plainDate('2026-11-21');

/** MOD 11-2 by the recursive procedure of ISO 7064, not by the weights the program uses. */
function citizenIdWithCheck(seventeen: string): string {
  const carry = [...seventeen].reduce((acc, digit) => ((acc + Number(digit)) * 2) % 11, 0);
  const check = (12 - carry) % 11;
  return seventeen + (check === 10 ? 'X' : String(check));
}

const citizenIds = fc
  .tuple(
    fc.integer({ min: 110_000, max: 659_999 }),
    fc.integer({ min: dayNumber(plainDate('1930-01-01')), max: dayNumber(TODAY) }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, born, sequence]) => {
    const birth = dayFromNumber(born);
    const digits = `${area}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
    return { id: citizenIdWithCheck(digits), birth, sex: sequence % 2 === 1 ? 'male' : 'female' };
  });

describe('citizen numbers', () => {
  it('accept the published sample and say birth date and sex', () => {
    const facts = checkCitizenId('11010519491231002X', TODAY);
    assert.deepEqual(facts, {
      ok: true,
      value: '11010519491231002X',
      birthDate: '1949-12-31',
      sex: 'female',
      isResidencePermit: false,
    });
  });

  it('store a lower-case x in upper case', () => {
    const facts = checkCitizenId(' 11010519491231002x ', TODAY);
    assert.ok(facts.ok);
    assert.equal(facts.value, '11010519491231002X');
  });

  it('accept every well-formed number of any area, today’s list or not', () => {
    fc.assert(
      fc.property(citizenIds, ({ id, birth, sex }) => {
        const facts = checkCitizenId(id, TODAY);
        assert.ok(facts.ok);
        assert.equal(facts.birthDate, birth);
        assert.equal(facts.sex, sex);
      }),
    );
  });

  it('notice every single wrong digit', () => {
    const place = fc.integer({ min: 0, max: 16 });
    fc.assert(
      fc.property(citizenIds, place, fc.integer({ min: 1, max: 9 }), ({ id }, index, shift) => {
        const wrong = String((Number(id[index]) + shift) % 10);
        const facts = checkCitizenId(id.slice(0, index) + wrong + id.slice(index + 1), TODAY);
        assert.equal(facts.ok, false);
      }),
    );
  });

  const faults = [
    ['110105491231002', 'length'],
    ['11010519491231002', 'length'],
    ['1101051949123100AX', 'characters'],
    ['01010519491231002X', 'characters'],
    ['110105194912310021', 'checkDigit'],
    [citizenIdWithCheck('11010519490230002'), 'birthDate'],
    [citizenIdWithCheck('11010519491301002'), 'birthDate'],
    [citizenIdWithCheck('11010520261122002'), 'birthInFuture'],
    ['１１０１０５１９４９１２３１００２X', 'characters'],
    ['', 'length'],
  ] as const;
  for (const [text, fault] of faults) {
    it(`refuse “${text}” for its ${fault}`, () =>
      assert.deepEqual(checkCitizenId(text, TODAY), { ok: false, fault }));
  }

  it('accept a birth today and recognise residence permits of 81, 82 and 83', () => {
    assert.ok(checkCitizenId(citizenIdWithCheck('11010520261121002'), TODAY).ok);
    for (const area of ['810000', '820000', '830000']) {
      const facts = checkCitizenId(citizenIdWithCheck(`${area}19900101001`), TODAY);
      assert.ok(facts.ok && facts.isResidencePermit);
    }
  });

  it('count whole years of age, the birthday included', () => {
    assert.equal(ageOn(plainDate('2010-11-21'), TODAY), 16);
    assert.equal(ageOn(plainDate('2010-11-22'), TODAY), 15);
    assert.equal(ageOn(plainDate('2008-02-29'), plainDate('2026-02-28')), 17);
    assert.equal(ageOn(plainDate('2008-02-29'), plainDate('2026-03-01')), 18);
  });
});

describe('unified social credit codes', () => {
  it('accept a real code and store it in upper case', () => {
    assert.deepEqual(checkCreditCode('91110000600037341L'), { ok: true, value: '91110000600037341L' });
    assert.deepEqual(checkCreditCode('91110000600037341l'), { ok: true, value: '91110000600037341L' });
  });

  const faults = [
    ['91110000600037341M', 'checkDigit'],
    ['91110000600037314L', 'checkDigit'],
    ['9111000060003734IL', 'characters'],
    ['9111000060003734', 'length'],
    ['', 'length'],
    ['91110000600037341Ｌ', 'characters'],
  ] as const;
  for (const [text, fault] of faults) {
    it(`refuse “${text}” for its ${fault}`, () =>
      assert.deepEqual(checkCreditCode(text), { ok: false, fault }));
  }

  it('notice every single wrong character and allow letters in the first places', () => {
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const letters = fc.array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 });
    fc.assert(
      fc.property(
        letters,
        fc.integer({ min: 0, max: 16 }),
        fc.integer({ min: 1, max: 30 }),
        (head, index, shift) => {
          const good = [...alphabet]
            .map((check) => head.join('') + check)
            .filter((code) => checkCreditCode(code).ok);
          assert.equal(good.length, 1, 'exactly one check character fits');
          const code = good[0] ?? '';
          const wrong = alphabet[(alphabet.indexOf(code[index] ?? '') + shift) % 31] ?? '';
          assert.equal(checkCreditCode(code.slice(0, index) + wrong + code.slice(index + 1)).ok, false);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('bank cards and phones', () => {
  it('take a wrong Luhn digit as a warning and a wrong form as a refusal', () => {
    assert.deepEqual(checkBankCard('4111 1111 1111 1111'), {
      ok: true,
      value: '4111111111111111',
      luhn: true,
    });
    assert.deepEqual(checkBankCard('79927398713000'), { ok: true, value: '79927398713000', luhn: false });
    assert.deepEqual(checkBankCard('7992739871300'), { ok: true, value: '7992739871300', luhn: true });
    assert.deepEqual(checkBankCard('622202123456'), { ok: false, fault: 'length' });
    assert.deepEqual(checkBankCard('62220212345678901234'), { ok: false, fault: 'length' });
    assert.deepEqual(checkBankCard('6222O21234567890'), { ok: false, fault: 'characters' });
    assert.deepEqual(checkBankCard(''), { ok: false, fault: 'length' });
  });

  it('take mobiles in the loose form', () => {
    for (const good of ['13812345678', '19900000000']) assert.ok(isMobile(good), good);
    for (const bad of [
      '12812345678',
      '1381234567',
      '138123456789',
      '+8613812345678',
      ' 13812345678',
      13812345678,
    ]) {
      assert.equal(isMobile(bad), false, String(bad));
    }
  });
});

describe('receipt numbers', () => {
  it('end in the check digit of ISO 7064 MOD 11,10', () => {
    assert.equal(receiptCheckDigit('0794'), '5'); // the example printed in the standard
    assert.equal(withCheckDigit('0794'), '07945');
    assert.ok(isReceiptNumber('07945'));
    assert.ok(isReceiptNumber('0794-5'));
    assert.throws(() => receiptCheckDigit('12a'), TypeError);
    for (const bad of ['', '5', '07944', '０７９４５', "07945' or 1"])
      assert.equal(isReceiptNumber(bad), false, bad);
  });

  it('notice every single wrong digit', () => {
    const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 4, maxLength: 20 });
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (body, at, shift) => {
        const good = withCheckDigit(body.join(''));
        const index = at % good.length;
        const wrong = String((Number(good[index]) + shift) % 10);
        assert.ok(isReceiptNumber(good));
        assert.equal(isReceiptNumber(good.slice(0, index) + wrong + good.slice(index + 1)), false);
      }),
    );
  });
});
