import assert from 'node:assert/strict';
import casesEn from '../../client/src/locales/en/cases.ts';
import complaintsEn from '../../client/src/locales/en/complaints.ts';
import casesZh from '../../client/src/locales/zh-CN/cases.ts';
import complaintsZh from '../../client/src/locales/zh-CN/complaints.ts';
import type { Locale } from '../../server/core/contract/accounts.ts';
import { CLOSURE_WORDS, STATE_WORDS as CASE_STATES } from '../../server/features/cases/case-words.ts';
import { CHANNEL_WORDS, KIND_WORDS, STATE_WORDS } from '../../server/features/complaints/complaint-words.ts';

type Words = Readonly<Record<string, Readonly<Record<Locale, string>>>>;
const inOne = (words: Words, locale: Locale): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([key, one]) => [key, one[locale]]));

describe('a table that is taken from a list', () => {
  for (const [locale, complaints, cases] of [
    ['zh-CN', complaintsZh, casesZh],
    ['en', complaintsEn, casesEn],
  ] as const)
    it(`calls states, kinds, channels and endings as the list does (${locale})`, () => {
      assert.deepEqual(inOne(STATE_WORDS, locale), complaints.state);
      assert.deepEqual(inOne(KIND_WORDS, locale), complaints.kind);
      assert.deepEqual(inOne(CHANNEL_WORDS, locale), complaints.channel);
      assert.deepEqual(inOne(CASE_STATES, locale), cases.state);
      assert.deepEqual(inOne(CLOSURE_WORDS, locale), cases.closure);
    });
});
