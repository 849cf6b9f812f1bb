import assert from 'node:assert/strict';
import { readPeople } from '../../client/src/ui/people/read-people.ts';
import { payMonth, plainDate } from '../../server/core/kit/plain-date.ts';

const TODAY = plainDate('2026-11-22');
const AUG = payMonth('2026-08');
const SEP = payMonth('2026-09');
const OCT = payMonth('2026-10');
const sheet = (...rows: string[][]): string => rows.map((row) => row.join('\t')).join('\r\n');

describe('client: people pasted from a workbook', () => {
  it('reads each cell for what it is, whatever the order of the columns', () => {
    const text = sheet(
      ['6222021001116245702', '张三', '1', '13800001111', '532601199001011237'],
      ['', '李阿依古丽·买买提', '2', '13800002222', ''],
    );
    const { rows, unread } = readPeople(text, [], TODAY);
    assert.deepEqual(
      rows.map(({ name, phone, citizenId, bankCard }) => ({ name, phone, citizenId, bankCard })),
      [
        {
          name: '张三',
          phone: '13800001111',
          citizenId: '532601199001011237',
          bankCard: '6222021001116245702',
        },
        { name: '李阿依古丽·买买提', phone: '13800002222', citizenId: '', bankCard: '' },
      ],
    );
    assert.deepEqual(unread, []);
  });

  it('months in the heading name the columns of amounts, with or without their year', () => {
    const text = sheet(['序号', '姓名', '2026年8月', '2026/9'], ['1', '张三', '5000', '4000.50']);
    const read = readPeople(text, [], TODAY);
    assert.deepEqual(read.months, [AUG, SEP]);
    assert.deepEqual(read.rows[0]?.amounts, { [AUG]: '5000', [SEP]: '4000.50' });
    const bare = readPeople(sheet(['姓名', '8月', '9月'], ['张三', '', '300']), [AUG, SEP], TODAY);
    assert.deepEqual(bare.rows[0]?.amounts, { [SEP]: '300' });
  });

  it('one amount over several months is shared out to the last fen, and said to be', () => {
    const read = readPeople(sheet(['张三', '10000']), [AUG, SEP, OCT], TODAY);
    assert.equal(read.shared, 1);
    assert.deepEqual(read.rows[0]?.amounts, { [AUG]: '3333.34', [SEP]: '3333.33', [OCT]: '3333.33' });
  });

  it('a total at the end is not taken for a month', () => {
    const read = readPeople(sheet(['张三', '100', '200', '300']), [AUG, SEP], TODAY);
    assert.deepEqual(read.rows[0]?.amounts, { [AUG]: '100.00', [SEP]: '200.00' });
    assert.equal(read.shared, 0);
  });

  it('amounts that cannot be told apart and ids the workbook has rounded are named, not guessed', () => {
    const read = readPeople(sheet(['张三', '100', '250'], ['李四', '5.32601E+17']), [AUG, SEP, OCT], TODAY);
    assert.deepEqual(read.rows[0]?.amounts, {});
    assert.deepEqual(read.doubtful, ['张三', '李四\t5.32601E+17']);
  });

  it('lines without a person are shown as unread; a heading of words is not a person', () => {
    const read = readPeople(
      sheet(['姓名', '手机号'], ['张三', '13800001111'], ['合计 2 人，以上属实']),
      [],
      TODAY,
    );
    assert.deepEqual(
      read.rows.map(({ name }) => name),
      ['张三'],
    );
    assert.deepEqual(read.unread, ['合计 2 人，以上属实']);
  });

  it('a citizen id with a wrong check digit stays one, so that the person is told', () => {
    const read = readPeople(sheet(['张三', '532601199001011238']), [], TODAY);
    assert.equal(read.rows[0]?.citizenId, '532601199001011238');
    assert.equal(read.rows[0]?.bankCard, '');
  });
});
