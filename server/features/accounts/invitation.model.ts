import mongoose from 'mongoose';
import { keyedHash, randomToken } from '../../platform/auth/index.ts';

export interface InvitationRecord {
  _id: mongoose.Types.ObjectId;
  userId: mongoose.Types.ObjectId;
  /** The token itself is only in the mail. */
  tokenHash: string;
  expiresAt: Date;
  /** Used, or replaced by a newer one, or the account was disabled. */
  closedAt?: Date;
}

const DAYS = 7;

const schema = new mongoose.Schema<InvitationRecord>(
  {
    userId: { type: mongoose.Schema.Types.ObjectId, required: true },
    tokenHash: { type: String, required: true },
    expiresAt: { type: Date, required: true },
    closedAt: Date,
  },
  { collection: 'invitations', strict: 'throw', versionKey: false },
);
schema.index({ tokenHash: 1 }, { unique: true });
schema.index({ userId: 1 });
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const Invitations = mongoose.model('invitations', schema);

const hashOf = (token: string): string => keyedHash('invitation', token);

/** A person has one open invitation at most: before another one, `closeInvitations`. */
export async function insertInvitation(
  userId: string,
  now: Date,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const token = randomToken();
  const expiresAt = new Date(now.getTime() + DAYS * 86_400_000);
  const [made] = await Invitations.create([{ userId, tokenHash: hashOf(token), expiresAt }]);
  return { id: String(made?._id), token, expiresAt };
}

export async function findOpenInvitation(token: string, now: Date): Promise<InvitationRecord | null> {
  return Invitations.findOne({
    tokenHash: hashOf(token),
    closedAt: { $exists: false },
    expiresAt: { $gt: now },
  }).lean();
}

/** True for the first caller only. */
export async function closeInvitation(id: mongoose.Types.ObjectId, now: Date): Promise<boolean> {
  const open = { _id: id, closedAt: { $exists: false } };
  return (await Invitations.updateOne(open, { $set: { closedAt: now } })).modifiedCount === 1;
}

export async function closeInvitations(userId: string, now: Date): Promise<void> {
  await Invitations.updateMany({ userId, closedAt: { $exists: false } }, { $set: { closedAt: now } });
}
