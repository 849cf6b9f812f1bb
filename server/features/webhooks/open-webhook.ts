import type { OpenWebhook, WebhookOpened } from '../../core/contract/webhooks.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import { randomToken } from '../../platform/auth/keyed-hash.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { targetProblem } from '../../platform/outbound/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { isInArea, listDepartments, requireReach } from '../areas/index.ts';
import { machineClientRefs } from '../machine-clients/index.ts';
import { beginReading } from './position.model.ts';
import { insertWebhook } from './webhook.model.ts';
import { webhookView } from './webhook-view.ts';

const WRONG = {
  form: { zh: '网址须是 https 地址，不带用户名和井号', en: 'An https address without a user name or #' },
  shut: { zh: '这个地址在内网或本机，不能发送', en: 'It lies in a private network; nothing is sent there' },
  unknown: { zh: '查不到这个网址的主机', en: 'The host of this address is not known' },
} as const;

type Partner = Pick<OpenWebhook, 'clientId' | 'departmentCode'>;

/**
 * Lets a partner be told of what happens in an area: a program on record, or a department. The secret its messages are
 * signed with is shown in this answer and never again.
 */
export async function openWebhook(input: OpenWebhook, ctx: Ctx): Promise<WebhookOpened> {
  const { name, areaCode, url, events } = input;
  requireReach(areaCode, ctx);
  // A name is looked up before the transaction: it may take seconds.
  const problem = await targetProblem(url);
  if (problem !== null) throw wrongField('url', WRONG[problem].zh, WRONG[problem].en);
  const secret = randomToken();
  return inTransaction(async () => {
    const partner = await partnerOf(input);
    const given = {
      name,
      ...partner,
      areaCode,
      url,
      events,
      createdAt: ctx.now,
      createdBy: actorRef(ctx.actor),
    };
    const webhook = await insertWebhook(given, secret);
    await beginReading(ctx.today);
    const subject = `webhook:${String(webhook._id)}` as const;
    const facts = { name, ...partner, events: events.join(','), host: new URL(url).host };
    await appendEvent({ subject, areaCode, action: 'webhook.opened', facts }, ctx, { isNewSubject: true });
    return { webhook: await webhookView(webhook), secret };
  });
}

/** Whom it is for: exactly one of the two, on record and of this area. */
async function partnerOf({ clientId, departmentCode, areaCode }: OpenWebhook): Promise<Partner> {
  if ((clientId === undefined) === (departmentCode === undefined))
    throw wrongField('clientId', '请选择一个接口客户端或者一个部门', 'Either a program or a department');
  if (clientId !== undefined) {
    const client = (await machineClientRefs([clientId])).get(clientId);
    if (client?.isActive === true && isInArea(areaCode, client.areaCode)) return { clientId };
    throw wrongField('clientId', '这个地区没有这个接口客户端', 'No such program in this area');
  }
  const { items } = await listDepartments({});
  const known = items.find(({ code }) => code === departmentCode);
  if (known === undefined) throw wrongField('departmentCode', '没有这个部门', 'No such department');
  return { departmentCode: known.code };
}
