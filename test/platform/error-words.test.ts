import assert from 'node:assert/strict';
import { AppError } from '../../server/platform/app-error.ts';
import { errorWords } from '../../server/platform/error-words.ts';
import { toldOnScreen } from '../../server/platform/told-on-screen.ts';

describe('the sentences of an error', () => {
  it('tell a wait as people do, in both languages', () => {
    const { next } = errorWords(new AppError('tooManyRequests', { retryAfter: 900 }));
    assert.match(next.zh, /15 分钟/u);
    assert.match(next.en, /15 minutes/u);
  });

  it('hold no mark of a gap or of a plural', () => {
    for (const code of ['tooManyRequests', 'bodyTooLarge', 'internal'] as const) {
      const { zh, en, next } = errorWords(new AppError(code, { retryAfter: 1, limit: '1 MB' }), {
        requestId: 'r',
      });
      for (const said of [zh, en, next.zh, next.en]) assert.doesNotMatch(said, /[{}]|\[\[|\]\]/u);
    }
  });

  it('reach who started a program from its screen, with the fields they are about', () => {
    const field = {
      in: 'body',
      path: 'given.toldOn',
      rule: 'any.invalid',
      zh: '太早',
      en: 'Too early',
    } as const;
    const told = toldOnScreen(new AppError('invalidInput', { count: 1 }, [field]));
    assert.match(
      told,
      /1 处不对.*1 field is not right.*\(invalidInput\)\n {2}given\.toldOn: 太早 \/ Too early$/u,
    );
    assert.equal(toldOnScreen(new Error('No space left on device')), 'No space left on device');
  });
});
