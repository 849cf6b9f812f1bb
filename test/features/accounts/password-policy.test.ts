import assert from 'node:assert/strict';
import { AppError } from '../../../server/platform/app-error.ts';
import { guessesOf } from '../../../server/features/accounts/guesses.ts';
import { checkNewPassword } from '../../../server/features/accounts/password-policy.ts';

const broken = (password: string): string[] => {
  try {
    checkNewPassword(password, { login: 'inspector.lin', path: 'password' });
    return [];
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return (error.fields ?? []).map(({ rule }) => rule);
  }
};

describe('a new password', () => {
  const COMMON: [what: string, password: string][] = [
    ['a word and digits', 'password2026'],
    ['a word in capitals, a number and a sign', 'Admin@123456'],
    ['signs for letters', 'P@ssw0rd!!1'],
    ['two keyboard walks', 'qwerty123456'],
    ['keyboard columns', '1qaz2wsx3edc'],
    ['columns with capitals', '1qaz@WSX3edc'],
    ['a name with a day', 'zhangsan19900101'],
    ['a family name, a given name and a year', 'LiWei2026!!!'],
    ['a day and a word', '20260101anxin'],
    ['the words of this place', 'wenshan2026'],
    ['the office with a run', 'laodong12345'],
    ['a phrase everybody uses', 'woaini1314520'],
    ['somebody’s phone', '13812345678'],
    ['a phone with letters before it', 'ab13812345678'],
    ['a piece twice', 'anxin88anxin88'],
    ['full-width letters', 'ｐａｓｓｗｏｒｄ２０２６'],
    ['words in Chinese characters with digits', '安薪我爱你123456789'],
  ];
  for (const [what, password] of COMMON)
    it(`is refused when it is ${what}: ${password}`, () =>
      assert.deepEqual(broken(password), ['password.common']));

  const GOOD: [what: string, password: string][] = [
    ['random letters', 'xkqvbtrnwp'],
    ['random letters and digits', 'h4k2m9x3pq'],
    ['a sentence of words nobody lists', 'correct horse 42'],
    ['a sentence in Chinese', '石上清泉流过门前三次'],
    ['the first letters of a sentence', 'Jtxw8dqjhz!'],
    ['ten random digits', '8305917264'],
  ];
  for (const [what, password] of GOOD)
    it(`is taken when it is ${what}: ${password}`, () => assert.deepEqual(broken(password), []));

  it('costs more guesses with every part', () => {
    assert.ok(guessesOf('password') < guessesOf('password2026'));
    assert.ok(guessesOf('password2026') < guessesOf('password2026xkq'));
  });

  it('is weighed in no time, however long and repetitive', () => {
    for (const piece of ['a', 'ab', 'abcabc1', 'qwerty', '1qaz', '石']) {
      const begun = process.cpuUsage();
      guessesOf(piece.repeat(128).slice(0, 128));
      const { user } = process.cpuUsage(begun);
      assert.ok(user < 500_000, `${piece}: ${user} µs`);
    }
  });

  it('says one thing about what is of one kind', () => {
    assert.deepEqual(broken('aaaaaaaaaaaa'), ['password.tooSimple']);
    assert.deepEqual(broken('1234567890'), ['password.sequence']);
  });
});
