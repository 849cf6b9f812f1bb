import assert from 'node:assert/strict';
import type { CertificateCheck, CertificateView } from '../../server/core/contract/certificates.ts';
import type { ListingView, PublicListing } from '../../server/core/contract/listings.ts';
import type { Page } from '../../server/core/contract/page.ts';
import { ok } from '../features/cases/cases-app.ts';
import type { CertificateExpected, Expected, ListingExpected } from './replay.ts';
import type { As, Story } from './tell-line.ts';

/** Each name is there, and each with ! in front is not. */
function checkNamed(there: readonly string[], expected: readonly string[], where: string): void {
  for (const name of expected) {
    const isThere = there.includes(name.replace('!', ''));
    assert.equal(isThere, !name.startsWith('!'), `${where}: ${name} among ${there.join(', ')}`);
  }
}

/** Listing and certificate of a history, where a line says how they stand. */
export async function checkLives(
  as: As,
  { listing, certificate }: Story,
  expected: Expected,
  where: string,
): Promise<void> {
  if (expected.listing !== undefined) {
    assert.ok(listing !== undefined, `${where}: no listing`);
    await checkListing(as, listing, expected.listing, where);
  }
  if (expected.certificate !== undefined) {
    assert.ok(certificate !== undefined, `${where}: no certificate`);
    await checkCertificate(as, certificate, expected.certificate, where);
  }
}

async function checkListing(
  as: As,
  view: ListingView,
  { state, onList, isPublic, clocks = [], open = [], figures = {} }: ListingExpected,
  where: string,
): Promise<void> {
  if (state !== undefined) assert.equal(view.state, state, where);
  const days = view.listedFrom === undefined ? null : `${view.listedFrom} ${view.listedUntil ?? ''}`;
  if (onList !== undefined) assert.equal(days, onList, where);
  const running = view.deadlines.flatMap(({ period, dueOn, metOn, provisional }) =>
    metOn === undefined ? [`${period} ${dueOn}${provisional ? ' ?' : ''}`, period] : [],
  );
  checkNamed(running, clocks, where);
  for (const [label, value] of Object.entries(figures)) {
    const figure = view.figures.find((one) => one.label.zh === label);
    assert.equal(figure?.day, value, `${where}: ${label}`);
  }
  if (open.length > 0) checkNamed(await buttonsOf(as, view), open, where);
  if (isPublic !== undefined) assert.equal(await isRead(as, view), isPublic, `${where}: public`);
}

/** What the inspector or the head of the office can do with it today. */
async function buttonsOf(as: As, { id }: ListingView): Promise<string[]> {
  const names: string[] = [];
  for (const who of ['inspector', 'head'] as const) {
    const { actions } = await ok<ListingView>(as(who).get(`/listings/${id}`));
    names.push(...actions.flatMap(({ action, notYet }) => (notYet === undefined ? [action] : [])));
  }
  return names;
}

/** Does anybody who looks for the name find this very decision? */
async function isRead(as: As, { companyName, facts }: ListingView): Promise<boolean> {
  const numbers = facts.flatMap(({ field, value }) =>
    ['decisionNumber', 'restoreNumber'].includes(field.name) ? [value] : [],
  );
  const found = await ok<Page<PublicListing>>(
    as('nobody').get('/public/listings', { q: companyName, limit: 100 }),
  );
  return found.items.some(({ decisionNumber }) => numbers.includes(decisionNumber));
}

async function checkCertificate(
  as: As,
  view: CertificateView,
  { state, checks, validUntil, rests, since }: CertificateExpected,
  where: string,
): Promise<void> {
  if (state !== undefined) assert.equal(view.state, state, where);
  if (validUntil !== undefined) assert.equal(view.validUntil, validUntil, where);
  const kinds = (facts: CertificateView['since']): string[] | undefined => facts?.map(({ kind }) => kind);
  if (rests !== undefined) assert.deepEqual(kinds([...(view.credit?.facts ?? [])]), rests, where);
  if (since !== undefined) assert.deepEqual(kinds(view.since), since, where);
  if (checks === undefined) return;
  const code = view.checkUrl?.split('/').at(-1) ?? '';
  const said = await ok<CertificateCheck>(as('nobody').get(`/public/certificates/${code}`));
  assert.equal(said.state, checks, where);
}
