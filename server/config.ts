import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import type { Suite } from './platform/crypto/key-text.ts';
import type { S3Settings } from './platform/files/index.ts';
import type { SmsSettings } from './platform/outbox/channels/http-sms-gateway.ts';
import { loadSecrets } from './platform/secrets.ts';
import type { Secrets } from './platform/secrets.ts';
import { refuseUnsafe } from './refuse-unsafe.ts';
import { SETTINGS } from './settings.ts';
import type { RawSettings } from './settings.ts';
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
  /** Days after which a password has to be changed, and after which an account nobody uses is closed; 0: never. */
  passwordMaxDays: number;
  unusedAccountDays: number;
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
    passwordMaxDays: raw.PASSWORD_MAX_DAYS,
    unusedAccountDays: raw.UNUSED_ACCOUNT_DAYS,
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
