import assert from 'node:assert/strict';
import {
  anonymousBody,
  namedBody,
  newDraft,
  type Draft,
} from '../../client/src/features/file-complaint/draft.ts';
import {
  faultOf,
  firstOpenStep,
  isLeftOut,
  stepAfter,
  stepBefore,
  stepsOf,
} from '../../client/src/features/file-complaint/steps.ts';
import { dayParts } from '../../client/src/features/phone/day-parts.ts';
import { groupDigits } from '../../client/src/features/phone/group-digits.ts';
import { receiptFault } from '../../client/src/features/tracking/receipt-fault.ts';
import { payMonth, plainDate } from '../../server/core/kit/plain-date.ts';
import { withCheckDigit } from '../../server/core/kit/receipt-number.ts';

const STRANGER = { proven: false };
const WORKER = { proven: true };
const NO_FILES = { photos: 0, voices: 0 };
const SITE = {
  code: '1234567897',
  name: '锦绣花园',
  site: '东环路口',
  areaCode: '532601100',
  areaName: '文山市开化街道',
  parties: [{ role: 'generalContractor' as const, name: '宏达建筑公司' }],
};
const draft = (answers: Partial<Draft> = {}): Draft => ({ ...newDraft('d1', 0), ...answers });
const answered = (more: Partial<Draft> = {}): Draft =>
  draft({
    intakeKind: 'COMPLAINT',
    name: ' 张大山 ',
    employerName: '宏达建筑公司',
    projectName: '锦绣花园',
    county: { code: '532601', name: '文山市', nameEn: 'Wenshan' },
    headcount: 3,
    payMonths: [payMonth('2026-09'), payMonth('2026-08')],
    owed: '24000.5',
    ...more,
  });

describe('client: the questions of a complaint', () => {
  it('a complaint asks for everything once, the phone number last before the check', () => {
    assert.deepEqual(stepsOf(answered(), STRANGER), [
      'kind',
      'name',
      'employer',
      'workplace',
      'place',
      'people',
      'months',
      'money',
      'story',
      'photos',
      'phone',
      'check',
    ]);
  });

  it('what the QR of the site and the sign-in have told is not asked again', () => {
    const steps = stepsOf(answered({ project: SITE }), WORKER);
    for (const known of ['workplace', 'place', 'phone'])
      assert.ok(!steps.some((one) => one === known), known);
  });

  it('an anonymous report asks for no name, no phone and no photos, only whether one leaves a contact', () => {
    const steps = stepsOf(answered({ intakeKind: 'REPORT', anonymous: true }), STRANGER);
    assert.deepEqual(
      ['name', 'phone', 'photos', 'contact'].map((id) => steps.some((one) => one === id)),
      [false, false, false, true],
    );
  });

  it('forward and back go through the same questions, and back ends before the first', () => {
    const one = answered({ project: SITE });
    assert.equal(stepAfter('employer', one, STRANGER), 'people');
    assert.equal(stepBefore('people', one, STRANGER), 'employer');
    assert.equal(stepBefore('kind', one, STRANGER), null);
    // The number was proven just now: its question is gone, and the way still leads on.
    assert.equal(stepAfter('phone', one, WORKER), 'check');
  });

  it('each missing answer is named, and the first of them is where a submission leads back to', () => {
    assert.equal(firstOpenStep(draft(), STRANGER), 'kind');
    assert.equal(firstOpenStep(answered({ name: '张' }), STRANGER), 'name');
    assert.equal(firstOpenStep(answered({ headcount: 0 }), STRANGER), 'people');
    assert.equal(firstOpenStep(answered(), STRANGER), 'phone');
    assert.equal(firstOpenStep(answered(), WORKER), null);
  });

  it('employer or site may be unknown, not both', () => {
    const nowhere = answered({ employerName: '', projectName: '', site: '' });
    assert.equal(faultOf('workplace', nowhere), 'missing');
    for (const one of [{ employerName: '王老板' }, { projectName: '锦绣花园' }, { site: '东环路口' }])
      assert.equal(faultOf('workplace', { ...nowhere, ...one }), null);
  });

  for (const [owed, fault] of [
    ['', 'missing'],
    ['0', 'zero'],
    ['0.00', 'zero'],
    ['1.', null],
    ['0.01', null],
    ['1000000000', null],
    ['1000000000.01', 'tooMuch'],
    ['x', 'unreadable'],
  ] as const) {
    it(`an amount typed as ${JSON.stringify(owed)} is ${fault ?? 'taken'}`, () => {
      assert.equal(faultOf('money', answered({ owed })), fault);
    });
  }

  it('months and money must be given by whoever complains, not by whoever reports without a name', () => {
    const unsure = { payMonths: [], owed: '' };
    assert.equal(faultOf('months', answered(unsure)), 'missing');
    const anonymous = answered({ ...unsure, intakeKind: 'REPORT', anonymous: true });
    assert.deepEqual([faultOf('months', anonymous), faultOf('money', anonymous)], [null, null]);
    assert.equal(isLeftOut('months', anonymous, NO_FILES), true);
    assert.equal(isLeftOut('months', answered(unsure), NO_FILES), false);
  });

  it('a voice note is an answer to what happened, and without it the button offers to leave it out', () => {
    assert.equal(isLeftOut('story', answered(), NO_FILES), true);
    assert.equal(isLeftOut('story', answered(), { photos: 0, voices: 1 }), false);
    assert.equal(isLeftOut('photos', answered(), { photos: 0, voices: 1 }), true);
  });
});

describe('client: what is sent', () => {
  it('a named complaint carries whole fen, months in order, and nothing that was not said', () => {
    assert.deepEqual(namedBody(answered(), '没发工钱', ['f1']), {
      intakeKind: 'COMPLAINT',
      name: '张大山',
      employerName: '宏达建筑公司',
      projectName: '锦绣花园',
      areaCode: '532601',
      headcount: 3,
      payMonths: ['2026-08', '2026-09'],
      owedFen: 2_400_050,
      story: '没发工钱',
      fileIds: ['f1'],
    });
  });

  it('with the QR of a site its code is sent, and where it stands comes from there', () => {
    const body = namedBody(answered({ project: SITE }), '没发工钱', []);
    assert.equal(body.projectCode, SITE.code);
    assert.equal(body.areaCode, '532601100');
    assert.ok(!('projectName' in body));
  });

  it('an anonymous report carries no name and no files, and the contact only where it was left', () => {
    const report = answered({ intakeKind: 'REPORT', anonymous: true, contact: ' ' });
    const body = anonymousBody(report, '欠薪');
    for (const key of ['name', 'fileIds', 'intakeKind', 'contact']) assert.ok(!(key in body), key);
    assert.equal(anonymousBody({ ...report, contact: '微信 abc' }, '欠薪').contact, '微信 abc');
  });
});

describe('client: numbers and days as workers read them', () => {
  it('a receipt number stands in groups of four', () => {
    assert.equal(groupDigits('5326012026000018'), '5326 0120 2600 0018');
    assert.equal(groupDigits('5326 01'), '5326 01');
  });

  it('a wrong digit is said as soon as the number is whole, a short number only when one is done', () => {
    const right = withCheckDigit('532601202600017');
    assert.equal(receiptFault(right, false), null);
    for (const digit of '0123456789')
      if (digit !== right[7])
        assert.equal(receiptFault(`${right.slice(0, 7)}${digit}${right.slice(8)}`, false), 'wrong', digit);
    assert.equal(receiptFault(right.slice(0, 9), false), null);
    assert.equal(receiptFault(right.slice(0, 9), true), 'short');
  });

  it('a day is said with its weekday, the year only where it is another one', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    assert.deepEqual(dayParts(plainDate('2026-11-28'), 'zh-CN', now), {
      day: '11 月 28 日',
      weekday: '周六',
    });
    assert.equal(dayParts(plainDate('2027-01-04'), 'zh-CN', now).day, '2027 年 1 月 4 日');
    assert.equal(dayParts(plainDate('2026-11-28'), 'en', now).day, 'November 28');
  });
});
