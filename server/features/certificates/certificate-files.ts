import { fileIdsOf, openHeldFiles } from '../files/index.ts';
import { certificatesWithin, looksAsOffice } from './certificate-kind.ts';
import { asCertificates, Certificates } from './certificate.model.ts';
import { CERTIFICATES_PERMISSIONS } from './certificates.permissions.ts';

/** Steps of the office among itself, which are not told to the company. */
export const INSIDE: readonly string[] = ['check', 'giveBack', 'gatherAgain'];

/** The steps a reader sees: the office all of them, the company what passes between them. */
export const stepsShown = <Step extends { action: string }>(
  history: readonly Step[],
  isOffice: boolean,
): Step[] => history.filter(({ action }) => isOffice || !INSIDE.includes(action));

const READERS: readonly string[] = CERTIFICATES_PERMISSIONS['certificates.list'];

/** What lies with a certificate is open to whoever reads it, to the company only what came with the steps it sees. */
openHeldFiles('certificate', async (id, fileId, ctx) => {
  const reader = { ...ctx, grants: ctx.grants.filter(({ role }) => READERS.includes(role)) };
  const within = { $and: [{ _id: id }, await certificatesWithin(reader)] };
  const found = asCertificates(await Certificates.find(within, { areaCode: 1, history: 1 }).limit(1).lean());
  return found.some((record) => {
    const isOffice = looksAsOffice(record, reader);
    return stepsShown(record.history, isOffice).some((step) => fileIdsOf(step).includes(fileId));
  });
});
