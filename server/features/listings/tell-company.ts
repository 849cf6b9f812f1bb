import type { PlainDate } from '../../core/kit/plain-date.ts';
import { addDays, startOfShanghaiDay } from '../../core/kit/plain-date.ts';
import { decisionServed, noticeServed } from '../../core/listings/listing-checks.ts';
import { listedTo } from '../../core/listings/listing-now.ts';
import { dayOf, dueOf } from '../../core/lives/facts.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CompanyListingTemplate } from '../../platform/outbox/index.ts';
import { enqueue } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import type { ListingRecord } from './listing.record.ts';

interface Told {
  template: CompanyListingTemplate;
  /** The day the message names. */
  day: PlainDate | undefined;
  /** Told on the day on which the paper counts as served, and not before. */
  servedOn?: PlainDate | undefined;
}

/** What the company hears of a step; nothing of what passes inside the office. */
function toldOf(record: ListingRecord, action: string, { today }: Ctx): Told | undefined {
  const { facts } = record;
  const on = (name: string) => dayOf(facts, name);
  // Until the notice is served it does not know that anything is intended.
  if (noticeServed(record) === undefined) return undefined;
  const early = dueOf(record, 'earlyRemovalWait');
  switch (action) {
    case 'serveNotice': {
      const day = dueOf(record, 'listingObjection');
      return { template: 'listingNoticed', day, servedOn: noticeServed(record) };
    }
    case 'objection':
      return { template: 'listingObjected', day: dueOf(record, 'objectionCheck') };
    case 'verify':
      return { template: 'listingObjectionAnswered', day: on('objectionToldOn') };
    case 'spare':
    case 'drop':
      return { template: 'listingNotListed', day: today };
    case 'serveDecision':
      return {
        template: facts['restoreNumber'] === undefined ? 'listingDecided' : 'listingRestored',
        ...{ day: listedTo(record), servedOn: decisionServed(record) },
      };
    case 'publish':
      return { template: 'listingPublished', day: on('publishedOn') };
    case 'correct':
      return { template: 'listingCorrected', day: early === undefined ? undefined : addDays(early, 1) };
    case 'applyEarly':
      return { template: 'listingEarlyApplied', day: dueOf(record, 'earlyRemovalDecision') };
    case 'grantEarly':
      return { template: 'listingEarlyGranted', day: on('earlyDecidedOn') };
    case 'refuseEarly':
      return { template: 'listingEarlyRefused', day: on('earlyDecidedOn') };
    case 'orderRevoked': {
      const template = record.state === 'dropped' ? 'listingNotListed' : 'listingOrderGone';
      return { template, day: on('orderRevokedOn') };
    }
    case 'remove':
      return { template: 'listingRemoved', day: on('removedOn') };
    default:
      return undefined;
  }
}

/** The company's people, under the bell and by mail: of each step that is served on it or answers it. */
export async function tellCompany(record: ListingRecord, action: string, ctx: Ctx): Promise<void> {
  const { _id, companyId, officeCode, version } = record;
  const told = toldOf(record, action, ctx);
  if (companyId === undefined || told?.day === undefined) return;
  const { template, day, servedOn } = told;
  const later =
    servedOn !== undefined && servedOn > ctx.today
      ? { notBefore: new Date(startOfShanghaiDay(servedOn)) }
      : {};
  for (const position of ['companyAdmin', 'labourOfficer'] as const)
    for (const { id: userId, email } of await findPeopleOfCompany(companyId, position)) {
      const message = { template, to: { userId }, data: { day }, areaCode: officeCode, ...later };
      const link = '/company/credit';
      const key = `listing:${String(_id)}:${template}:${userId}:v${version}`;
      await enqueue({ ...message, link, channel: 'inApp', key: `${key}:inApp` }, ctx);
      if (email !== undefined) await enqueue({ ...message, link, channel: 'mail', key: `${key}:mail` }, ctx);
    }
}
