import type { ValidationError } from 'joi';
import type { RawSettings } from './settings.ts';

export interface SettingWords {
  zh: string;
  en: string;
  /** Said of the default where it is not a value: what happens when nothing is set. */
  unset?: { zh: string; en: string };
}

const EMPTY = { zh: '没有', en: 'none' };

/** What each setting is for: printed in the README, and beside the fault when one is wrong. */
export const SETTING_WORDS: Readonly<Record<keyof RawSettings, SettingWords>> = {
  NODE_ENV: {
    zh: '运行方式；production 在启动时拒绝不安全的设置',
    en: 'how it runs; production refuses unsafe settings at start',
  },
  HOST: {
    zh: '在哪个地址上接受连接',
    en: 'the address it listens on',
    unset: { zh: '演示时 127.0.0.1，否则 0.0.0.0', en: '127.0.0.1 for a demo, else 0.0.0.0' },
  },
  PORT: { zh: '端口', en: 'the port it listens on' },
  DATA_DIR: {
    zh: '本机安装的全部数据：内置存储、上传的文件、密钥',
    en: 'all this installation keeps on disk: embedded store, uploads, keys',
  },
  PUBLIC_URL: {
    zh: '大家访问用的网址；链接、Cookie 和主机名检查都按它',
    en: 'the address people use; links, cookies and the host check follow it',
    unset: { zh: 'http://localhost:PORT', en: 'http://localhost:PORT' },
  },
  ALLOWED_HOSTS: {
    zh: '另外允许的主机名，用逗号分开；IP 地址总是允许',
    en: 'further host names, by comma; plain IP addresses always pass',
  },
  MONGODB_URI: {
    zh: 'MongoDB 副本集或分片集群；设了就完全不用内置存储',
    en: 'a MongoDB replica set or sharded cluster; no embedded code is loaded then',
    unset: { zh: '内置存储', en: 'the embedded store' },
  },
  REDIS_URL: {
    zh: '几台 server 之间的实时通知和共用的限次：redis://:口令@主机',
    en: 'push between servers and shared limits: redis://:password@host',
    unset: { zh: '每台各管各的', en: 'each server by itself' },
  },
  S3_ENDPOINT: {
    zh: '上传的文件存到 S3 兼容的对象存储；要同时设桶、钥匙和密钥',
    en: 'uploaded files go to an S3-compatible service; needs bucket, key and secret',
    unset: { zh: '文件在 DATA_DIR', en: 'files in DATA_DIR' },
  },
  S3_BUCKET: { zh: '对象存储的桶', en: 'its bucket', unset: EMPTY },
  S3_REGION: { zh: '对象存储的区域', en: 'its region' },
  S3_KEY: { zh: '对象存储的访问钥匙', en: 'its access key', unset: EMPTY },
  S3_SECRET: { zh: '对象存储的访问密钥', en: 'its secret key', unset: EMPTY },
  S3_STYLE: {
    zh: '桶名写在路径里（path）还是主机名前面（host）',
    en: 'the bucket in the path, or before the host',
  },
  SMTP_URL: {
    zh: '邮件服务器：smtps://用户:口令@主机:465',
    en: 'mail server: smtps://user:password@host:465',
    unset: { zh: '演示收件箱', en: 'the demo inbox' },
  },
  MAIL_FROM: { zh: '邮件的发件人', en: 'the sender of mails' },
  SMS_URL: {
    zh: '短信网关：签名的 JSON POST（见 README 的 Operate）',
    en: 'text-message gateway: a signed JSON POST (README’s Operate)',
    unset: { zh: '演示收件箱', en: 'the demo inbox' },
  },
  SMS_KEY: { zh: '向短信网关报的名字', en: 'the name shown to the gateway' },
  SMS_SECRET: {
    zh: '和短信网关共用的签名密钥；设了 SMS_URL 就要有',
    en: 'the secret shared with the gateway; needed with SMS_URL',
    unset: EMPTY,
  },
  SMS_SIGN: { zh: '短信开头的签名', en: 'the signature at the head of a message' },
  SMS_DISABLED: {
    zh: 'true：正式运行但不发短信，工人不能登录',
    en: 'true: production without text messages; no worker signs in',
  },
  WEBHOOK_NETWORKS: {
    zh: '事件推送可以去的内网，用逗号分开：10.1.0.0/16',
    en: 'private networks webhooks may go to, by comma: 10.1.0.0/16',
  },
  TRUST_PROXY_HOPS: { zh: '前面有几层代理', en: 'how many proxies stand in front' },
  LOG_LEVEL: {
    zh: '日志写到哪一级；每行一个 JSON，从不写个人信息',
    en: 'how much is logged; JSON lines, never personal data',
  },
  DEMO: {
    zh: '演示地区、演示账号和演示收件箱',
    en: 'demo region, demo accounts and demo inbox',
    unset: { zh: '开；production 时关', en: 'on, off in production' },
  },
  REGION_CODE: {
    zh: '本地区的区划代码，启动时装入它的区划和部门',
    en: 'area whose divisions and departments are seeded',
  },
  SESSION_IDLE_HOURS: {
    zh: '多久不用就退出登录（小时）',
    en: 'hours without use after which a session ends',
  },
  SESSION_ABSOLUTE_HOURS: { zh: '登录最长多久（小时）', en: 'hours after which a session ends anyway' },
  PASSWORD_MAX_DAYS: {
    zh: '密码用多少天就要换；0：不要求',
    en: 'days after which a password has to be changed; 0: never',
  },
  UNUSED_ACCOUNT_DAYS: {
    zh: '多少天没有登录就停用账号；0：不停用',
    en: 'days without signing in after which an account is closed; 0: never',
  },
  UPLOAD_MAX_MB: { zh: '一个文件最大多少 MB', en: 'the largest file, in MB' },
  UPLOAD_QUOTA_MB: { zh: '一个人的上传最多占多少 MB', en: "what one person's uploads may take, in MB" },
  DISK_FLOOR_MB: {
    zh: '磁盘剩余少于多少 MB 就不再接收上传',
    en: 'free disk space below which no upload is taken, in MB',
  },
  QUIET_FROM: { zh: '从几点起，不急的消息不发', en: 'from when on messages that can wait are not sent' },
  QUIET_TO: { zh: '到几点为止', en: 'and until when' },
  REQUEST_TIMEOUT_MS: {
    zh: '一个请求最多用多少毫秒送达',
    en: 'milliseconds a request may take to arrive',
  },
  METRICS_TOKEN: {
    zh: '凭这个令牌从别的机器读 /metrics',
    en: 'bearer token that opens /metrics to other machines',
    unset: { zh: '只给本机', en: 'this machine only' },
  },
  DRAIN_SECONDS: {
    zh: '通知停止之后还回答多少秒，好让代理察觉（/readyz 已是 503）',
    en: 'seconds a server that was told to stop answers on, for the balancer to notice',
    unset: { zh: 'production 时 5，否则 0', en: '5 in production, else 0' },
  },
  SECRETS_FILE: {
    zh: '密钥文件；自己指定的不会自动生成',
    en: 'the key file; one that is named is never made by itself',
    unset: {
      zh: 'DATA_DIR/secrets.json，首次启动生成',
      en: 'DATA_DIR/secrets.json, made at the first start',
    },
  },
  CIPHER_SUITE: {
    zh: '新密钥用哪一套算法：aes，或国密 sm（SM4、SM3）',
    en: 'what new keys are for: aes, or sm (SM4 and SM3)',
  },
};

/** What is wrong, and what each setting that is wrong is for. */
export function wrongSetting({ message, details }: ValidationError): Error {
  const names = new Set(details.map(({ path }) => String(path[0])));
  const meanings = Object.entries(SETTING_WORDS)
    .filter(([name]) => names.has(name))
    .map(([name, { zh, en }]) => `\n  ${name}: ${zh} / ${en}`);
  return new Error(`设置有误 / wrong setting: ${message}${meanings.join('')}`);
}
