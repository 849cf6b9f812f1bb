import type { Config } from './config.ts';

/** Numbers and codes leave this machine encrypted, or do not leave it: an adapter may listen beside us. */
const isPrivateWay = (url: string): boolean =>
  url.startsWith('https://') || ['localhost', '127.0.0.1', '[::1]'].includes(new URL(url).hostname);

/** Production starts only behind TLS, with its own mail, a way to text people and without demo accounts. */
export function refuseUnsafe(config: Config, named: { smsDisabled: boolean; secretsFile: boolean }): void {
  const faults: string[] = [];
  if (!config.publicUrl.startsWith('https://')) {
    faults.push('PUBLIC_URL 必须是 https 地址 / PUBLIC_URL must be an https address');
  }
  if (config.trustProxyHops === 0) {
    faults.push(
      'TLS 代理须用 TRUST_PROXY_HOPS 说明，否则无法登录 / TRUST_PROXY_HOPS must count the TLS proxy, or nobody can sign in',
    );
  }
  if (config.demo) faults.push('生产环境不能打开 DEMO / DEMO must be off');
  if (config.smtpUrl === undefined) faults.push('缺少 SMTP_URL / SMTP_URL is missing');
  if (config.smsGateway === undefined && !named.smsDisabled) {
    faults.push(
      '工人用短信验证码登录：须设置 SMS_URL，或用 SMS_DISABLED=true 明确不发短信 / workers sign in by text message: SMS_URL is missing; SMS_DISABLED=true says that none are sent',
    );
  }
  if (config.smsGateway !== undefined && !isPrivateWay(config.smsGateway.url)) {
    faults.push('SMS_URL 必须是 https 地址 / SMS_URL must be an https address');
  }
  if (config.mongodbUri !== undefined && !named.secretsFile) {
    faults.push(
      '多实例须用 SECRETS_FILE 共用密钥 / with MONGODB_URI, SECRETS_FILE must hold the shared keys',
    );
  }
  if (config.redisUrl !== undefined && new URL(config.redisUrl).password === '') {
    faults.push('REDIS_URL 须有密码 / REDIS_URL must hold a password');
  }
  if (config.s3 !== undefined && !isPrivateWay(config.s3.endpoint)) {
    faults.push('S3_ENDPOINT 必须是 https 地址 / S3_ENDPOINT must be an https address');
  }
  if (faults.length > 0)
    throw new Error(`不安全的生产设置 / unsafe production settings:\n- ${faults.join('\n- ')}`);
}
