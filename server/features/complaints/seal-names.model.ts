import type { Sealed } from '../../platform/crypto/index.ts';
import type { Step } from '../../platform/migrations/index.ts';
import { registerMigration } from '../../platform/migrations/index.ts';
import { pagesById } from '../../platform/walk-by-id.ts';
import { Complaints, complaintSecrets } from './complaint.model.ts';
import { findableBy, searchedBy } from './complaint-queries.model.ts';
import type { ComplaintRecord } from './complaint.record.ts';

type Before = Pick<ComplaintRecord, '_id' | 'projectName' | 'employerName'> & {
  complainantName?: Sealed | string;
};

const FIELDS = { complainantName: 1, projectName: 1, employerName: 1 } as const;

/** Complaints of before had their complainant's name open, and its characters among what they are found by. */
export async function sealNames({ mark, keep }: Step): Promise<void> {
  for await (const page of pagesById<Before>(Complaints, FIELDS, mark)) {
    const writes = page.flatMap((one) => {
      const { _id, complainantName: name } = one;
      return typeof name === 'string' ? [{ updateOne: sealing({ ...one, complainantName: name }, _id) }] : [];
    });
    // Past the model, which knows no name that is open; by what was read, so that nothing newer is written over.
    if (writes.length > 0) await Complaints.collection.bulkWrite(writes, { ordered: false });
    await keep(String((page.at(-1) ?? page[0])._id), writes.length);
  }
}

/** Dots and blanks alone were taken for a name once. */
const isNone = (name: string): boolean => name.normalize('NFKC').replace(/[\s·•]/gu, '') === '';

function sealing(one: Before & { complainantName: string }, _id: Before['_id']) {
  const { complainantName } = one;
  if (isNone(complainantName)) {
    const update = {
      $set: searchedBy({ ...one, complainantName: undefined }),
      $unset: { complainantName: 1 },
    };
    return { filter: { _id, complainantName }, update };
  }
  const sealed = complaintSecrets.sealFields(_id, { complainantName });
  return { filter: { _id, complainantName }, update: { $set: { ...sealed, ...searchedBy(one) } } };
}

/** For a new blind-index key: what an older one wrote is found no more. */
export async function refillComplaintNames({ mark, keep }: Step): Promise<void> {
  for await (const page of pagesById<ComplaintRecord>(Complaints, FIELDS, mark)) {
    const named = page.filter(({ complainantName }) => complainantName !== undefined);
    const writes = named.map((one) => ({
      updateOne: { filter: { _id: one._id }, update: { $set: findableBy(one) } },
    }));
    if (writes.length > 0) await Complaints.collection.bulkWrite(writes, { ordered: false });
    await keep(String((page.at(-1) ?? page[0])._id), writes.length);
  }
}

registerMigration({ number: 3, name: 'complainantNamesSealed', run: sealNames });
