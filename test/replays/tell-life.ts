import { randomUUID } from 'node:crypto';
import type { CertificateView } from '../../server/core/contract/certificates.ts';
import type { ListingView } from '../../server/core/contract/listings.ts';
import { editCase } from '../../server/features/cases/index.ts';
import { createCompany } from '../../server/features/companies/index.ts';
import type { Visitor } from '../features/cases/cases-app.ts';
import { asPerson, asSystem, ok } from '../features/cases/cases-app.ts';
import type { Line } from './replay.ts';
import type { As, Story } from './tell-line.ts';

const HEAD_OF_FIRM = { kind: 'principal', name: '钱大有', post: '法定代表人' } as const;

/** Lines about a listing or a certificate: they leave the case as it is. */
export const isLifeLine = (line: Line): boolean =>
  'proposes' in line || 'listing' in line || 'asks' in line || 'certificate' in line;

type Sent = ReturnType<Visitor['get']>;

const must = <Of>(one: Of | undefined, what: string): Of => {
  if (one === undefined) throw new Error(`the history has no ${what} yet`);
  return one;
};

function step(
  who: Visitor,
  path: string,
  { id, version }: { id: string; version: number },
  line: Line,
): Sent {
  const headers = { 'if-match': `"v${version}"`, 'idempotency-key': randomUUID() };
  const [action, given] =
    'listing' in line
      ? [line.listing, line.given]
      : 'certificate' in line
        ? [line.certificate, line.given]
        : ['', {}];
  return who.post(`/${path}/${id}/moves/${action}`, { given: given ?? {} }, headers);
}

/** What somebody sends with a line about a listing or a certificate; undefined for every other line. */
export function requestOfLife(as: As, line: Line, story: Story): Sent | undefined {
  if ('proposes' in line) {
    const caseId = must(story.view, 'case').id;
    const body = { caseId, party: 'respondent', persons: [HEAD_OF_FIRM], given: line.proposes };
    return as(line.by).create('/listings', body);
  }
  if ('asks' in line)
    return as(line.by).create('/certificates', {
      companyId: must(story.companyId, 'firm'),
      given: line.asks,
    });
  if ('listing' in line) return step(as(line.by), 'listings', must(story.listing, 'listing'), line);
  if ('certificate' in line)
    return step(as(line.by), 'certificates', must(story.certificate, 'certificate'), line);
  return undefined;
}

/** The debtor becomes a company on record: named in the case, where there is one. */
export async function putOnRecord(name: string, story: Story): Promise<void> {
  const { id: companyId } = await createCompany({ name, areaCode: '532601' }, asSystem());
  story.companyId = companyId;
  if (story.view === undefined) return;
  const { id, version, title } = story.view;
  await editCase(id, version, { title, respondent: { name, companyId } }, asPerson('inspector'));
}

/** What the line has made, or, where others may have changed it, what is read again. */
export async function readLives(as: As, line: Line, story: Story, answer: unknown): Promise<void> {
  const inspector = as('inspector');
  if (('proposes' in line || 'listing' in line) && answer !== undefined)
    story.listing = answer as ListingView; // those doors' answer
  else if (story.listing !== undefined && ('listing' in line || line.expect?.listing !== undefined))
    story.listing = await ok<ListingView>(inspector.get(`/listings/${story.listing.id}`));
  if (('asks' in line || 'certificate' in line) && answer !== undefined)
    story.certificate = answer as CertificateView; // those doors' answer
  else if (
    story.certificate !== undefined &&
    ('certificate' in line || line.expect?.certificate !== undefined)
  )
    story.certificate = await ok<CertificateView>(inspector.get(`/certificates/${story.certificate.id}`));
}
