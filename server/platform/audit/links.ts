import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';

/** What the first link of every chain follows. */
export const GENESIS = '0'.repeat(64);

/** SHA-256 over the canonical text; the first word keeps one kind of link from passing for another. */
function hashOf(kind: 'event' | 'seal' | 'root', content: Record<string, unknown>): string {
  return createHash('sha256')
    .update(`anxin-${kind}-1\n${canonicalJson(content)}`, 'utf8')
    .digest('hex');
}

export interface EventContent {
  id: string;
  subject: string;
  seq: number;
  areaCode: string;
  day: string;
  at: Date;
  actor: string;
  action: string;
  facts: Record<string, unknown>;
  prevHash: string;
}

export function eventHash({ at, ...content }: EventContent): string {
  return hashOf('event', { ...content, at: at.toISOString() });
}

export interface SealContent {
  areaCode: string;
  day: string;
  seq: number;
  eventId: string;
  eventHash: string;
  prevHash: string;
}

export const sealHash = (content: SealContent): string => hashOf('seal', { ...content });

export interface RootContent {
  day: string;
  areas: { areaCode: string; events: number; lastHash: string }[];
  previousRootHash: string;
}

export const rootHash = ({ day, areas, previousRootHash }: RootContent): string =>
  hashOf('root', {
    day,
    areas: areas.map(({ areaCode, events, lastHash }) => ({ areaCode, events, lastHash })),
    previousRootHash,
  });

/** The text that is signed; short enough to be checked by hand with openssl. */
export const signedText = (day: string, hash: string): string => `anxin-daily-root:${day}:${hash}`;
