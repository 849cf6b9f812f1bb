import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import Joi from 'joi';
import type { Suite } from './platform/crypto/key-text.ts';
import { SUITES } from './platform/crypto/key-text.ts';
import type { S3Settings } from './platform/files/index.ts';
import type { SmsSettings } from './platform/outbox/channels/http-sms-gateway.ts';
import { loadSecrets } from './platform/secrets.ts';
import type { Secrets } from './platform/secrets.ts';
import { refuseUnsafe } from './refuse-unsafe.ts';
import { wrongSetting } from './settings-words.ts';

export interface Config {
  env: 'development' | 'production' | 'test';
  host: string;
  port: number;
  /** Everything this installation keeps on disk: store, uploads, secrets. */
  dataDir: string;
  /** Address people use; cookies, links in mails and the host check follow it. */
  publicUrl: string;
  allowedHosts: readonly string[];
  /** Unset: the embedded store in dataDir. */
  mongodbUri: string | undefined;
  /** Unset: each server tells its own pages and counts for itself. */
  redisUrl: string | undefined;
  /** Unset: uploaded files lie in dataDir. */
  s3: S3Settings | undefined;
  /** Unset: mails go to the demo inbox. */
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Unset: text messages go to the demo inbox, or are switched off outside of demo mode. */
  smsGateway: SmsSettings | undefined;
  textsOff: boolean;
  /** Private networks of the office's own that webhooks may go into. */
  webhookNetworks: readonly string[];
  /** Proxies in front of this server; the client's address is read that many hops back. */
  trustProxyHops: number;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  /** Loads the demo region at first start and opens the demo inbox. */
  demo: boolean;
  /** Area whose reference data is seeded (GB/T 2260 prefix). */
  regionCode: string;
  sessionHours: { idle: number; absolute: number };
  uploads: { maxFileBytes: number; quotaBytesPerUser: number; minFreeBytes: number };
  /** Times of day in Asia/Shanghai between which no message that can wait is sent. */
  quietHours: { from: string; to: string };
  /** Milliseconds a request may take to arrive. */
  requestTimeoutMs: number;
  /** Who reads /metrics shows it; unset: only a program on this machine reads them. */
  metricsToken: string | undefined;
  /** How long a server that was told to stop goes on answering, for the balancer to notice. */
  drainSeconds: number;
  secrets: Secrets;
  secretsFile: string;
  /** What new keys are made for: at the first start, and by `npm run rotate-keys -- --add`. */
  cipherSuite: Suite;
}

type Settings = Record<string, string | undefined>;

export interface RawSettings {
  NODE_ENV: Config['env'];
  HOST?: string;
  PORT: number;
  DATA_DIR: string;
  PUBLIC_URL?: string;
  ALLOWED_HOSTS: string;
  MONGODB_URI?: string;
  REDIS_URL?: string;
  S3_ENDPOINT?: string;
  S3_BUCKET?: string;
  S3_REGION: string;
  S3_KEY?: string;
  S3_SECRET?: string;
  S3_STYLE: S3Settings['style'];
  SMTP_URL?: string;
  MAIL_FROM: string;
  SMS_URL?: string;
  SMS_KEY: string;
  SMS_SECRET?: string;
  SMS_SIGN: string;
  SMS_DISABLED: boolean;
  WEBHOOK_NETWORKS: string;
  TRUST_PROXY_HOPS: number;
  LOG_LEVEL: Config['logLevel'];
  DEMO?: boolean;
  REGION_CODE: string;
  SESSION_IDLE_HOURS: number;
  SESSION_ABSOLUTE_HOURS: number;
  UPLOAD_MAX_MB: number;
  UPLOAD_QUOTA_MB: number;
  DISK_FLOOR_MB: number;
  QUIET_FROM: string;
  QUIET_TO: string;
  REQUEST_TIMEOUT_MS: number;
  METRICS_TOKEN?: string;
  DRAIN_SECONDS?: number;
  SECRETS_FILE?: string;
  CIPHER_SUITE: Suite;
}

const timeOfDay = Joi.string().pattern(/^([01]\d|2[0-3]):[0-5]\d$/);
const address = (...schemes: string[]): Joi.StringSchema => Joi.string().empty('').uri({ scheme: schemes });
/** With a port at each of several hosts it is no URI by the book; the driver reads the rest. What is wrong is never repeated: it may hold a password. */
const mongodbAddress = Joi.string()
  .empty('')
  .pattern(/^mongodb(?:\+srv)?:\/\/(?:[^\s/@]+@)?[^\s/@?]+(?:\/\S*)?$/)
  .messages({ 'string.pattern.base': '{{#label}} must be a mongodb:// or mongodb+srv:// address' });

/** Every setting, its limits and its default; README's table is tested against these keys. */
export const SETTINGS = Joi.object<RawSettings, true>({
  NODE_ENV: Joi.string().valid('development', 'production', 'test').default('development'),
  HOST: Joi.string().empty(''),
  PORT: Joi.number().port().default(3000),
  DATA_DIR: Joi.string().default('./data'),
  PUBLIC_URL: address('http', 'https'),
  ALLOWED_HOSTS: Joi.string().allow('').default(''),
  MONGODB_URI: mongodbAddress,
  REDIS_URL: address('redis', 'rediss'),
  S3_ENDPOINT: address('http', 'https'),
  S3_BUCKET: Joi.string()
    .empty('')
    .pattern(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/),
  S3_REGION: Joi.string().empty('').default('us-east-1'),
  S3_KEY: Joi.string().empty(''),
  S3_SECRET: Joi.string().empty(''),
  S3_STYLE: Joi.string().valid('path', 'host').default('path'),
  SMTP_URL: address('smtp', 'smtps'),
  MAIL_FROM: Joi.string().default('安薪 Anxin <no-reply@localhost>'),
  SMS_URL: address('http', 'https'),
  SMS_KEY: Joi.string()
    .pattern(/^[\w.-]{1,100}$/)
    .default('anxin'),
  SMS_SECRET: Joi.string().empty('').min(16),
  SMS_SIGN: Joi.string().max(20).default('安薪'),
  SMS_DISABLED: Joi.boolean().default(false),
  WEBHOOK_NETWORKS: Joi.string().allow('').default(''),
  TRUST_PROXY_HOPS: Joi.number().integer().min(0).max(5).default(0),
  LOG_LEVEL: Joi.string().valid('fatal', 'error', 'warn', 'info', 'debug', 'silent').default('info'),
  DEMO: Joi.boolean(),
  REGION_CODE: Joi.string()
    .pattern(/^\d{4}(\d{2})?$/)
    .default('5326'),
  SESSION_IDLE_HOURS: Joi.number().min(0.1).max(72).default(8),
  SESSION_ABSOLUTE_HOURS: Joi.number().min(1).max(720).default(24),
  UPLOAD_MAX_MB: Joi.number().min(1).max(500).default(50),
  UPLOAD_QUOTA_MB: Joi.number().min(1).default(500),
  DISK_FLOOR_MB: Joi.number().min(0).default(200),
  QUIET_FROM: timeOfDay.default('21:00'),
  QUIET_TO: timeOfDay.default('08:00'),
  REQUEST_TIMEOUT_MS: Joi.number().integer().min(100).max(600_000).default(60_000),
  METRICS_TOKEN: Joi.string().empty('').min(16),
  DRAIN_SECONDS: Joi.number().min(0).max(30),
  SECRETS_FILE: Joi.string().empty(''),
  CIPHER_SUITE: Joi.string()
    .valid(...SUITES)
    .default('aes'),
});

const MB = 1024 * 1024;

const hostList = (text: string): string[] =>
  text
    .split(',')
    .map((host) => host.trim())
    .filter(Boolean);

/** Reads and checks every setting; a wrong one stops the start with a sentence that names it. */
export function loadConfig(settings: Settings = process.env, { mayCreateKeys = true } = {}): Config {
  const checked = SETTINGS.validate(settings, { abortEarly: false, stripUnknown: true });
  if (checked.error) throw wrongSetting(checked.error);
  const raw: RawSettings = checked.value;
  const production = raw.NODE_ENV === 'production';
  const demo = raw.DEMO ?? !production;
  const publicUrl = raw.PUBLIC_URL ?? `http://localhost:${raw.PORT}`;
  const dataDir = resolve(raw.DATA_DIR);
  const secretsFile = resolve(raw.SECRETS_FILE ?? join(dataDir, 'secrets.json'));
  const config: Config = {
    env: raw.NODE_ENV,
    // The demo's passwords are published: it answers this machine alone unless somebody decides otherwise.
    host: raw.HOST ?? (demo ? '127.0.0.1' : '0.0.0.0'),
    port: raw.PORT,
    dataDir,
    publicUrl,
    allowedHosts: [new URL(publicUrl).hostname, 'localhost', ...hostList(raw.ALLOWED_HOSTS)],
    mongodbUri: raw.MONGODB_URI,
    redisUrl: raw.REDIS_URL,
    s3: s3Settings(raw),
    smtpUrl: raw.SMTP_URL,
    mailFrom: raw.MAIL_FROM,
    smsGateway: raw.SMS_DISABLED ? undefined : smsSettings(raw),
    textsOff: !demo && (raw.SMS_DISABLED || raw.SMS_URL === undefined),
    webhookNetworks: networksOf(raw),
    trustProxyHops: raw.TRUST_PROXY_HOPS,
    logLevel: raw.LOG_LEVEL,
    demo,
    regionCode: raw.REGION_CODE,
    sessionHours: { idle: raw.SESSION_IDLE_HOURS, absolute: raw.SESSION_ABSOLUTE_HOURS },
    uploads: {
      maxFileBytes: raw.UPLOAD_MAX_MB * MB,
      quotaBytesPerUser: raw.UPLOAD_QUOTA_MB * MB,
      minFreeBytes: raw.DISK_FLOOR_MB * MB,
    },
    quietHours: { from: raw.QUIET_FROM, to: raw.QUIET_TO },
    requestTimeoutMs: raw.REQUEST_TIMEOUT_MS,
    metricsToken: raw.METRICS_TOKEN,
    drainSeconds: raw.DRAIN_SECONDS ?? (production ? 5 : 0),
    secrets: loadSecrets({
      file: secretsFile,
      mayCreate: mayCreateKeys && raw.SECRETS_FILE === undefined,
      suite: raw.CIPHER_SUITE,
    }),
    secretsFile,
    cipherSuite: raw.CIPHER_SUITE,
  };
  if (production)
    refuseUnsafe(config, { smsDisabled: raw.SMS_DISABLED, secretsFile: raw.SECRETS_FILE !== undefined });
  return config;
}

function smsSettings({ SMS_URL, SMS_KEY, SMS_SECRET, SMS_SIGN }: RawSettings): SmsSettings | undefined {
  if (SMS_URL === undefined) return undefined;
  if (SMS_SECRET === undefined) throw new Error('设置有误 / wrong setting: SMS_URL 需要 / needs SMS_SECRET');
  return { url: SMS_URL, key: SMS_KEY, secret: SMS_SECRET, sign: SMS_SIGN };
}

function s3Settings(raw: RawSettings): S3Settings | undefined {
  const { S3_ENDPOINT: endpoint, S3_BUCKET: bucket, S3_KEY: key, S3_SECRET: secret } = raw;
  if (endpoint === undefined) return undefined;
  if (bucket === undefined || key === undefined || secret === undefined)
    throw new Error(
      '设置有误 / wrong setting: S3_ENDPOINT 需要 / needs S3_BUCKET, S3_KEY 和 / and S3_SECRET',
    );
  return { endpoint, bucket, key, secret, region: raw.S3_REGION, style: raw.S3_STYLE };
}

/** Networks as address and prefix, '10.1.0.0/16' or 'fd12::/48'. */
function networksOf({ WEBHOOK_NETWORKS }: RawSettings): string[] {
  const networks = hostList(WEBHOOK_NETWORKS);
  for (const network of networks) {
    const [, net = '', prefix = ''] = /^([0-9a-fA-F.:]+)\/(\d{1,3})$/.exec(network) ?? [];
    const most = isIP(net) === 4 ? 32 : isIP(net) === 6 ? 128 : -1;
    if (prefix === '' || Number(prefix) > most)
      throw new Error(`设置有误 / wrong setting: WEBHOOK_NETWORKS: ${network}`);
  }
  return networks;
}

/** The process's settings with some replaced: for command lines that work on another place. */
export const loadConfigWith = (over: Settings): Config => loadConfig({ ...process.env, ...over });
