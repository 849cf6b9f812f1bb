import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { enqueue, sendsTexts } from '../../platform/outbox/index.ts';
import { findPeopleOfCompany } from '../accounts/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { claimsOnSheet, nameAndPhoneOf, payersOf } from '../cases/index.ts';
import type { SheetRecord } from './sheet.record.ts';
import { shownKey } from './untold.ts';

/**
 * Everybody on the sheet by text message, the companies that are asked to pay under the bell and by mail. A message names
 * the case and the day, never a person or a sum. Answers whose claims no message goes to: without a phone, or where no
 * texts are sent.
 */
export async function tellSides(
  { _id, caseId, caseNumber, officeCode }: SheetRecord,
  record: CaseRecord,
  answerBy: PlainDate,
  ctx: Ctx,
): Promise<string[]> {
  const untold: string[] = [];
  const key = shownKey(String(_id));
  const data = { caseNumber, answerBy };
  for (const claim of await claimsOnSheet(caseId)) {
    const { phone } = nameAndPhoneOf(claim);
    if (phone === undefined || !sendsTexts()) untold.push(String(claim._id));
    if (phone === undefined) continue;
    const to = { template: 'arrearsShownToWorker' as const, channel: 'sms' as const, to: { phone } };
    await enqueue({ ...to, data, areaCode: officeCode, key: `${key}${String(claim._id)}` }, ctx);
  }
  for (const companyId of payersOf(record))
    for (const position of ['companyAdmin', 'labourOfficer'] as const)
      for (const { id: userId, email } of await findPeopleOfCompany(companyId, position)) {
        const told = {
          template: 'arrearsShownToCompany' as const,
          ...{ to: { userId }, data, areaCode: officeCode, link: `/company/arrears/${String(_id)}` },
        };
        await enqueue({ ...told, channel: 'inApp', key: `${key}${userId}:inApp` }, ctx);
        if (email !== undefined)
          await enqueue({ ...told, channel: 'mail', key: `${key}${userId}:mail` }, ctx);
      }
  return untold;
}
