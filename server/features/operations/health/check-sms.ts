import type { HealthCheck } from '../../../core/contract/operations.ts';
import type { OperationsSettings } from '../operations.settings.ts';

/** Where text messages go. That an office sends none is its decision and no fault; it is said all the same. */
export function checkSms({
  smsGateway,
  textsOff,
}: Pick<OperationsSettings, 'smsGateway' | 'textsOff'>): Omit<HealthCheck, 'name'> {
  if (textsOff)
    return {
      level: 'good',
      zh: '短信已关闭（SMS_DISABLED）：不发短信，工人不能用手机验证码登录',
      en: 'Text messages are switched off (SMS_DISABLED): none are sent, and no worker signs in by phone',
      facts: { kind: 'off' },
    };
  return smsGateway === undefined
    ? {
        level: 'good',
        zh: '演示模式：短信进入演示收件箱',
        en: 'Demo: text messages go to the demo inbox',
        facts: { kind: 'demoInbox' },
      }
    : {
        level: 'good',
        zh: '已设置短信网关；没有发出的短信在发件箱里写着原因',
        en: 'A text-message gateway is set; the outbox tells why a message did not leave',
        facts: { kind: 'gateway' },
      };
}
