import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';

/** What a group complaint has beside its complaint: its link, and whether its complainant speaks for it. */
export interface GroupRecord {
  /** The complaint's id. */
  _id: string;
  version: number;
  complainantRepresents: boolean;
  /** The link's secret, sealed: the representative may look at it again, the store alone opens nothing. */
  token?: Sealed;
  tokenIndex?: string;
  linkMadeOn?: PlainDate;
  linkEndsOn?: PlainDate;
}

const day = { type: String, validate: isPlainDate } as const;
const schema = new mongoose.Schema(
  {
    _id: { type: String, required: true },
    version: { type: Number, required: true },
    complainantRepresents: { type: Boolean, required: true },
    linkMadeOn: day,
    linkEndsOn: day,
  },
  { collection: 'complaintGroups', strict: 'throw', versionKey: false },
);
const secrets = encryptedFields(schema, { token: { kind: 'text', blindIndex: true } });
const ComplaintGroups = mongoose.model('complaintGroups', schema);

/** Lean documents are what the schema wrote, so they are GroupRecords. */
const asRecord = (doc: unknown): GroupRecord | null => doc as GroupRecord | null;

/** The group as it stands; one of which nothing was ever changed has no record yet. */
export async function findGroup(complaintId: string): Promise<GroupRecord> {
  const found = asRecord(await ComplaintGroups.findById(complaintId).lean());
  return found ?? { _id: complaintId, version: 1, complainantRepresents: true };
}

/** The group behind a link that was not ended. */
export async function findGroupByToken(token: string): Promise<GroupRecord | null> {
  return asRecord(await ComplaintGroups.findOne(secrets.where('token', token)).lean());
}

export const tokenOf = (group: GroupRecord): string | undefined => secrets.openFields(group).token;

export interface GroupChange {
  complainantRepresents?: boolean;
  /** A new link, or none from now on. */
  link?: { token: string; madeOn: PlainDate; endsOn?: PlainDate } | null;
}

/** Changes a group that still has this version; null when somebody was faster. */
export async function changeGroup(group: GroupRecord, change: GroupChange): Promise<GroupRecord | null> {
  const { complainantRepresents = group.complainantRepresents, link } = change;
  const made = link ?? undefined;
  const set = {
    complainantRepresents,
    ...(made === undefined
      ? {}
      : {
          ...secrets.sealFields(group._id, { token: made.token }),
          linkMadeOn: made.madeOn,
          ...(made.endsOn === undefined ? {} : { linkEndsOn: made.endsOn }),
        }),
  };
  const gone = {
    ...(link === null ? { ...secrets.unsetFields('token'), linkMadeOn: 1 as const } : {}),
    ...(link === null || (made !== undefined && made.endsOn === undefined) ? { linkEndsOn: 1 as const } : {}),
  };
  const known = await ComplaintGroups.findById(group._id, { _id: 1 }).lean();
  if (known === null) {
    const doc = { _id: group._id, version: group.version + 1, ...set };
    // GroupRecord is what the schema writes; the type mongoose reads off sealed fields knows less
    await ComplaintGroups.create([doc as never]).catch(retryWhenTaken);
    return doc;
  }
  const update = {
    $set: set,
    ...(Object.keys(gone).length === 0 ? {} : { $unset: gone }),
    $inc: { version: 1 },
  };
  return asRecord(
    await ComplaintGroups.findOneAndUpdate({ _id: group._id, version: group.version }, update, {
      returnDocument: 'after',
      runValidators: true,
    }).lean(),
  );
}
