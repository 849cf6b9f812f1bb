import type { PlainDate } from '../kit/plain-date.ts';

/** `GET /api/jobs` */
export interface JobView {
  name: string;
  nameZh: string;
  nameEn: string;
  cron: string;
  timeZone: 'Asia/Shanghai';
  nextRunAt: string;
  lastRun?: JobRunView;
  running: boolean;
}
/** `GET /api/jobs/:name/runs`; `POST /api/jobs/:name/run {day}` starts one by hand and answers its run. */
export interface JobRunView {
  id: string;
  job: string;
  day: PlainDate;
  cause: 'schedule' | 'catchUp' | 'byHand' | 'commandLine';
  state: 'running' | 'done' | 'failed' | 'abandoned';
  startedAt: string;
  endedAt?: string;
  counts: Record<string, number>;
  error?: string;
  by: string;
}
export interface RunJob {
  day: PlainDate;
}

export const OUTBOX_STATES = ['waiting', 'sending', 'sent', 'failed'] as const;
export type OutboxState = (typeof OUTBOX_STATES)[number];
export const OUTBOX_CHANNELS = ['mail', 'sms', 'inApp'] as const;
export type OutboxChannel = (typeof OUTBOX_CHANNELS)[number];
/** `GET /api/outbox?state&channel&template`; `POST /api/outbox/:id/retry`. The recipient is masked. */
export interface OutboxView {
  id: string;
  channel: OutboxChannel;
  template: string;
  toMasked: string;
  subject: string;
  state: OutboxState;
  attempts: number;
  createdAt: string;
  notBefore: string;
  sentAt?: string;
  lastError?: string;
  messageId: string;
}
export interface OutboxSummary {
  waiting: number;
  sending: number;
  sent: number;
  failed: number;
  oldestWaitingAt?: string;
}

/** `GET /api/demo-inbox?phone=` (demo mode only): what the SMS gateway and the mail server would have delivered. */
export interface DemoMessage {
  id: string;
  channel: 'sms' | 'mail';
  to: string;
  subject?: string;
  text: string;
  at: string;
}

/** `GET /api/notifications?unread=true`, `POST /api/notifications/:id/read`, `POST /api/notifications/read-all`. */
export interface BellItem {
  id: string;
  template: string;
  title: { zh: string; en: string };
  text: { zh: string; en: string };
  link?: string;
  at: string;
  readAt?: string;
}

/** `GET /api/health` (admin). */
export interface HealthView {
  level: 'good' | 'warning' | 'bad';
  checks: HealthCheck[];
  versions: Record<string, string>;
}
export interface HealthCheck {
  name: 'store' | 'mail' | 'clock' | 'disk' | 'jobs' | 'calendar' | 'parameters' | 'eventChain';
  level: 'good' | 'warning' | 'bad' | 'unknown';
  zh: string;
  en: string;
  facts: Record<string, string | number | boolean>;
}

/** `GET /api/event-days?areaCode`: one chain per area and day, with the signed root of the day. */
export interface EventDayView {
  areaCode: string;
  day: PlainDate;
  events: number;
  lastHash: string;
  root?: { rootHash: string; signature: string; keyId: string; signedAt: string };
}
/** `GET /api/event-days/:day/roots` (public): what was signed, with the public key to check it. */
export interface DailyRootView {
  day: PlainDate;
  areas: { areaCode: string; events: number; lastHash: string }[];
  rootHash: string;
  previousRootHash: string;
  signature: string;
  keyId: string;
  signedAt: string;
}
/** `GET /api/events?subject=user:…&areaCode&day`: the record of what was done; facts never hold personal data. */
export interface EventView {
  id: string;
  subject: string;
  seq: number;
  areaCode: string;
  at: string;
  actor: string;
  action: string;
  facts: Record<string, unknown>;
  hash: string;
  prevHash: string;
}
/** `POST /api/event-chain/verify`: re-computes chains; `firstBroken` names the first broken link. */
export interface ChainVerdict {
  ok: boolean;
  events: number;
  chains: number;
  days: number;
  firstBroken?: { chain: string; seq: number; eventId: string; why: string };
}
