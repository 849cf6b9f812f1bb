import assert from 'node:assert/strict';
import { durationParts } from '../../client/src/format/duration.ts';
import { momentText } from '../../client/src/format/moment.ts';
import { yuanText } from '../../client/src/format/money.ts';
import { parameterDigits, percentText, readParameterValue } from '../../client/src/format/parameter-value.ts';

describe('client: values on screen', () => {
  for (const [fen, text] of [
    [0, '¥0.00'],
    [5, '¥0.05'],
    [100, '¥1.00'],
    [99_999, '¥999.99'],
    [1_234_567, '¥12,345.67'],
    [-1_234_567, '-¥12,345.67'],
    [100_000_000_000, '¥1,000,000,000.00'],
  ] as const) {
    it(`${fen} fen read ${text}`, () => {
      assert.equal(yuanText(fen), text);
    });
  }

  it('a moment is shown by the clock of Shanghai whatever the zone of the computer', () => {
    assert.equal(momentText('2026-11-21T15:59:00.000Z'), '2026-11-21 23:59');
    assert.equal(momentText('2026-11-21T16:00:00.000Z'), '2026-11-22 00:00');
    assert.equal(momentText('2026-12-31T16:05:00.000Z'), '2027-01-01 00:05');
  });

  it('how long something took is said in its two largest parts', () => {
    const took = (to: string | undefined): string => {
      const parts = durationParts('2026-11-22T23:59:50.000Z', to);
      return parts === null ? '' : `${parts.part} ${parts.hours}:${parts.minutes}:${parts.seconds}`;
    };
    assert.equal(took('2026-11-22T23:59:50.900Z'), 'none 0:0:0');
    assert.equal(took('2026-11-22T23:59:59.000Z'), 'seconds 0:0:9');
    assert.equal(took('2026-11-23T00:01:00.000Z'), 'minutes 0:1:10');
    assert.equal(took('2026-11-23T02:00:50.000Z'), 'hours 2:1:0');
    assert.equal(took(undefined), '');
    assert.equal(took('2026-11-22T23:59:49.000Z'), '', 'an end before the start says nothing');
  });

  it('a typed amount is read by its digits, never through a float', () => {
    assert.equal(readParameterValue('fen', '1990'), 199_000);
    assert.equal(readParameterValue('fen', ' 1,990.10 '), 199_010);
    assert.equal(readParameterValue('fen', '0.1'), 10);
    assert.equal(readParameterValue('fen', '1.005'), null);
    assert.equal(readParameterValue('fen', 'about 20'), null);
  });

  it('a typed percentage becomes basis points', () => {
    assert.equal(readParameterValue('basisPoints', '2.5'), 250);
    assert.equal(readParameterValue('basisPoints', '3%'), 300);
    assert.equal(readParameterValue('basisPoints', '0.05'), 5);
    assert.equal(readParameterValue('basisPoints', '1.234'), null);
    assert.equal(readParameterValue('basisPoints', '-1'), null);
  });

  it('days and counts are whole numbers', () => {
    assert.equal(readParameterValue('workingDays', '20'), 20);
    assert.equal(readParameterValue('workingDays', '20.5'), null);
    assert.equal(readParameterValue('months', '1e3'), null);
    assert.equal(readParameterValue('count', ''), null);
  });

  it('text stays as typed without the blanks around it; a structured value must be an object or a list', () => {
    assert.equal(readParameterValue('text', '  WS-{year} '), 'WS-{year}');
    assert.deepEqual(readParameterValue('json', '{"building": 2000}'), { building: 2000 });
    assert.deepEqual(readParameterValue('json', '[5, 10]'), [5, 10]);
    assert.equal(readParameterValue('json', '5'), null);
    assert.equal(readParameterValue('json', '{building'), null);
  });

  it('what was read is shown again as it was typed', () => {
    for (const typed of ['2.5', '50', '0.05', '12.34']) {
      const read = readParameterValue('basisPoints', typed);
      assert.equal(parameterDigits('basisPoints', read), `${typed}%`);
    }
    assert.equal(percentText(1050), '10.5');
    assert.equal(parameterDigits('fen', 199_000), '¥1,990.00');
    assert.equal(parameterDigits('workingDays', 20), '20');
    assert.equal(parameterDigits('json', { a: 1 }), '{"a":1}');
  });
});
