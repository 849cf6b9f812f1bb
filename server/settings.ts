import Joi from 'joi';
import type { Suite } from './platform/crypto/key-text.ts';
import { SUITES } from './platform/crypto/key-text.ts';
import type { S3Settings } from './platform/files/index.ts';

/** What the environment says, as it was checked; config.ts makes of it what the program uses. */
export interface RawSettings {
  NODE_ENV: 'development' | 'production' | 'test';
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
  LOG_LEVEL: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  DEMO?: boolean;
  REGION_CODE: string;
  SESSION_IDLE_HOURS: number;
  SESSION_ABSOLUTE_HOURS: number;
  PASSWORD_MAX_DAYS: number;
  UNUSED_ACCOUNT_DAYS: number;
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
  PASSWORD_MAX_DAYS: Joi.number().integer().min(0).max(730).default(0),
  UNUSED_ACCOUNT_DAYS: Joi.number().integer().min(0).max(730).default(0),
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
