import assert from 'node:assert/strict';
import { nextTry } from '../../../server/core/webhooks/next-try.ts';
import { numberIn, webhookEventOf } from '../../../server/core/webhooks/webhook-event-of.ts';

const HOUR = 3_600_000;

describe('what partners are told of', () => {
  for (const [action, facts, kind, state] of [
    ['complaint.file', {}, 'complaint.received', 'received'],
    ['complaint.register', {}, 'complaint.received', 'received'],
    ['complaint.accept', { from: 'received', to: 'accepted' }, 'complaint.accepted', 'accepted'],
    ['complaint.answer', { from: 'inCase', to: 'answered' }, 'complaint.closed', 'answered'],
    ['complaint.confirmWithdrawal', { from: 'received', to: 'withdrawn' }, 'complaint.closed', 'withdrawn'],
    ['complaint.rate', { from: 'answered', to: 'answered' }, null, null],
    ['complaint.message', { from: 'complainant' }, null, null],
    ['complaint.transfer', { from: 'received', to: 'transferring' }, null, null],
    ['case.file', {}, 'case.opened', 'filed'],
    ['case.approveClosure', { from: 'deciding', to: 'closed' }, 'case.closed', 'closed'],
    ['case.reopen', { from: 'closed', to: 'deciding' }, null, null],
    ['listing.decide', { to: 'decided' }, 'listing.decided', 'decided'],
    ['listing.remove', { from: 'listed', to: 'removed' }, 'listing.removed', 'removed'],
    ['certificate.issue', { to: 'issued' }, 'certificate.issued', 'issued'],
    ['certificate.revoke', { to: 'revoked' }, 'certificate.revoked', 'revoked'],
    ['alert.raised', {}, 'alert.raised', 'raised'],
    ['alert.cured', { from: 'seen' }, 'alert.ended', 'cured'],
    ['alert.dismiss', { from: 'seen', to: 'dismissed' }, 'alert.ended', 'dismissed'],
    ['alert.see', { from: 'raised', to: 'seen' }, null, null],
    ['user.disabled', {}, null, null],
    ['constructor.name', { to: 'closed' }, null, null],
  ] as const) {
    it(`${action} is ${kind ?? 'nobody’s news'}`, () => {
      assert.deepEqual(webhookEventOf({ action, facts }), kind === null ? null : { kind, state });
    });
  }

  it('a record goes by the number its chain told last, and by none where it told none', () => {
    assert.equal(numberIn([{ caseNumber: '1号' }, { to: 'closed' }]), '1号');
    assert.equal(numberIn([{ receiptNumber: '5326' }, { certificateNumber: '7号' }]), '7号');
    assert.equal(numberIn([{ to: 'raised' }]), null);
  });

  it('waits grow from half a minute to three hours, for a day and no longer', () => {
    let now = 0;
    const waits: number[] = [];
    for (let attempts = 1; ; attempts += 1) {
      const next = nextTry({ firstAt: 0, attempts }, now, () => 1);
      if (next === null) break;
      waits.push((next - now) / 60_000);
      now = next;
    }
    assert.deepEqual(waits.slice(0, 5), [0.5, 1, 2, 4, 8]);
    assert.equal(Math.max(...waits), 180);
    assert.ok(now > 20 * HOUR && now <= 24 * HOUR, `${now / HOUR} hours`);
    assert.equal(
      nextTry({ firstAt: 0, attempts: 1 }, 0, () => 0),
      15_000,
      'half of a wait is drawn by lot',
    );
  });
});
