import { randomBytes, randomInt } from 'node:crypto';
import mongoose from 'mongoose';
import { keyedHash, sameMark } from '../../platform/auth/index.ts';
import type { Ctx } from '../../platform/context.ts';

/** How long a link of a text message works; afterwards the same line lies behind the phone's own sign-in. */
export const LINK_SECONDS = 60 * 86_400;
const TOKEN_BYTES = 16;

interface PayLink {
  _id: string;
  lineId: string;
  codeHash: string;
  expiresAt: Date;
}

const schema = new mongoose.Schema<PayLink>(
  {
    /** Keyed hash of the token: who reads the store cannot open a link. */
    _id: { type: String, required: true },
    lineId: { type: String, required: true },
    codeHash: { type: String, required: true },
    expiresAt: { type: Date, required: true },
  },
  { collection: 'payLinks', strict: 'throw', versionKey: false },
);
schema.index({ expiresAt: 1 }, { expireAfterSeconds: 0 });
const PayLinks = mongoose.model('payLinks', schema);

/** The mark of a link's token: its key in the store, and of the counter of tries. */
export const linkMark = (token: string): string => keyedHash('payLink', token);
/** The token is part of what is hashed: equal codes of two links do not look alike. */
const codeMark = (token: string, code: string): string => keyedHash('payLinkCode', `${token}\n${code}`);

/** What goes into the text message and is kept nowhere. */
export interface NewLink {
  token: string;
  code: string;
  lineId: string;
}

export const newLink = (lineId: string): NewLink => ({
  token: randomBytes(TOKEN_BYTES).toString('base64url'),
  code: String(randomInt(10_000)).padStart(4, '0'),
  lineId,
});

/** Keeps what is needed to know the links again, in one command. */
export async function insertLinks(links: readonly NewLink[], { now }: Pick<Ctx, 'now'>): Promise<void> {
  const expiresAt = new Date(now.getTime() + LINK_SECONDS * 1000);
  if (links.length === 0) return;
  await PayLinks.insertMany(
    links.map(({ token, code, lineId }) => ({
      _id: linkMark(token),
      lineId,
      codeHash: codeMark(token, code),
      expiresAt,
    })),
  );
}

/** The line behind a link when the code is right; null for a wrong code, an old link and one that never was alike. */
export async function lineOfLink(token: string, code: string, now: Date): Promise<string | null> {
  const found = await PayLinks.findById(linkMark(token)).lean();
  // Compared whether or not there is such a link: the answer's time tells nothing.
  const fits = sameMark(found?.codeHash ?? '', codeMark(token, code));
  return found !== null && fits && found.expiresAt > now ? found.lineId : null;
}
