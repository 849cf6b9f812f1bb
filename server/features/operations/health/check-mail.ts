import { createTransport } from 'nodemailer';
import type { HealthCheck } from '../../../core/contract/operations.ts';
import type { OperationsSettings } from '../operations.settings.ts';

type Finding = Omit<HealthCheck, 'name'>;

const PATIENCE_MS = 4_000;

/** Would a mail leave this machine? The server is greeted and the sign-in tried; nothing is sent. */
export async function checkMail({
  smtpUrl,
  demo,
}: Pick<OperationsSettings, 'smtpUrl' | 'demo'>): Promise<Finding> {
  if (smtpUrl === undefined) {
    return demo
      ? {
          level: 'good',
          zh: '演示模式：邮件进入演示收件箱',
          en: 'Demo: mails go to the demo inbox',
          facts: { kind: 'demoInbox' },
        }
      : {
          level: 'bad',
          zh: '没有设置邮件服务器（SMTP_URL）',
          en: 'No mail server is set (SMTP_URL)',
          facts: { kind: 'none' },
        };
  }
  const transport = createTransport(smtpUrl, {});
  const options = {
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
  };
  Object.assign(transport.options, options);
  try {
    await transport.verify();
    return { level: 'good', zh: '邮件服务器可用', en: 'The mail server answers', facts: { kind: 'smtp' } };
  } catch {
    return {
      level: 'bad',
      zh: '连不上邮件服务器；消息会留在发件箱并自动重试',
      en: 'The mail server does not answer; messages wait in the outbox and are tried again',
      facts: { kind: 'smtp' },
    };
  } finally {
    transport.close();
  }
}
