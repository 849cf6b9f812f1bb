import type { PlainDate } from '../../core/kit/plain-date.ts';
import { toShanghaiDay } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorUserId } from '../../platform/context.ts';
import { findRecipient } from '../accounts/index.ts';
import { findClaimsByPhoneIndex, phoneIndexOf } from './claim.model.ts';
import { findCaseRefs } from './find-case-refs.ts';

/** A case on whose sheet the phone that signed in stands, and since when. */
export interface OwnClaim {
  caseNumber: string;
  title: string;
  on: PlainDate;
}

/** The cases on whose sheets this person stands, for telling him where his identity is used. */
export async function findOwnClaims(ctx: Ctx): Promise<OwnClaim[]> {
  const phone = (await findRecipient(actorUserId(ctx)))?.phone;
  if (phone === undefined) return [];
  const claims = (await findClaimsByPhoneIndex(phoneIndexOf(phone))).filter(({ removed }) => !removed);
  const cases = await findCaseRefs(claims.map(({ caseId }) => caseId));
  return claims.flatMap(({ _id, caseId }) => {
    const found = cases.get(caseId);
    if (found === undefined) return [];
    const { caseNumber, title } = found;
    return [{ caseNumber, title, on: toShanghaiDay(_id.getTimestamp().getTime()) }];
  });
}
