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
  /** Only of a run that was cut off: its process was not heard of again, or the store went away under it. */
  cutOff?: RunCutOff;
  /** Which try of the same work this is; a run that was cut off is tried again, three times in all. */
  attempt: number;
  by: string;
}
export type RunCutOff = 'silent' | 'storeAway';
export interface RunJob {
  day: PlainDate;
}

/** `switchedOff`: never tried, because this installation sends no text messages. */
export const OUTBOX_STATES = ['waiting', 'sending', 'sent', 'failed', 'switchedOff'] as const;
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
  switchedOff: number;
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
  name:
    | 'store'
    | 'migrations'
    | 'redis'
    | 'files'
    | 'mail'
    | 'sms'
    | 'outbox'
    | 'clock'
    | 'disk'
    | 'jobs'
    | 'calendar'
    | 'parameters'
    | 'eventChain'
    | 'keys';
  level: 'good' | 'warning' | 'bad' | 'unknown';
  zh: string;
  en: string;
  facts: Record<string, string | number | boolean>;
  /** What to do about it, where it is not good. */
  next?: { zh: string; en: string };
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
/** `GET /api/event-roots` (public): every signed day, newest first. */
export interface RootListView {
  day: PlainDate;
  areas: number;
  events: number;
  rootHash: string;
  keyId: string;
  signedAt: string;
}
/** `GET /api/event-keys` (public): the Ed25519 public keys (SPKI PEM) with which roots can be checked by anyone. */
export interface EventKeyView {
  keyId: string;
  publicKeyPem: string;
  current: boolean;
  /** When it signed for the first time; absent while it has signed nothing. */
  since?: string;
}

/** Why a link does not hold, as a sentence for the screen. */
export const CHAIN_FAULTS = {
  contentAltered: { zh: '事件内容被改动', en: 'the content of the event was altered' },
  eventMissing: { zh: '事件缺失', en: 'the event is missing' },
  replaced: { zh: '事件与封存时不同', en: 'the event is not the one that was sealed' },
  reordered: { zh: '事件与前一条不相接', en: 'the event does not follow the one before it' },
  notSealed: { zh: '事件没有按时封存', en: 'the event was not sealed in time' },
  sealMissing: { zh: '地区日链缺少一环', en: 'a seal of the area and day is missing' },
  sealWrong: { zh: '地区日链的封存有误', en: 'a seal of the area and day is wrong' },
  rootMissing: { zh: '缺少一天的日根', en: 'the root of a day is missing' },
  rootWrong: { zh: '日根与当天各地区的记录不符', en: 'the root does not match the chains of its day' },
  rootSignatureWrong: { zh: '日根签名无效', en: 'the signature of the root is wrong' },
} as const satisfies Record<string, { zh: string; en: string }>;
export type ChainFault = keyof typeof CHAIN_FAULTS;

/** `POST /api/event-chain/verify`: re-computes chains; `firstBroken` names the first broken link. */
export interface ChainVerdict {
  ok: boolean;
  events: number;
  /** Subject chains. */
  chains: number;
  /** Chains of one area and one day. */
  areaDays: number;
  /** Signed days. */
  days: number;
  firstBroken?: { chain: string; seq: number; eventId: string; why: ChainFault };
}
