import { DEFAULT_NUMBER_PATTERN, documentNumber } from '../../core/documents/document-number.ts';
import { partsOf } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifePlan } from '../../platform/lives/index.ts';
import { findAreaOn } from '../areas/index.ts';
import { shortOfficeName } from '../documents/index.ts';
import { findParameter } from '../parameters/index.ts';
import { takeReleaseSerial } from './release-counter.model.ts';
import type { ReleaseRecord } from './release.model.ts';
import { releaseSearch } from './release.model.ts';

const WORDS = { accountClosure: '销户', bondReturn: '返还' } as const;

/** The confirmation gets its number in the transaction that gives it; one that is not given leaves no gap. @law BON-20 */
export async function numberConfirmation(
  { areaCode, kind, projectName, companyName, projectCode }: ReleaseRecord,
  _step: unknown,
  { today }: Ctx,
): Promise<LifePlan<ReleaseRecord>> {
  const set = await findParameter('documentNumberPattern', areaCode, today);
  const pattern = typeof set?.value === 'string' ? set.value : DEFAULT_NUMBER_PATTERN;
  const area = await findAreaOn(areaCode, today);
  const serial = await takeReleaseSerial(areaCode, kind, partsOf(today).year);
  const office = shortOfficeName(area?.name ?? areaCode);
  const confirmationNumber = documentNumber(pattern, { office, word: WORDS[kind], issuedOn: today, serial });
  return {
    set: {
      ...{ confirmationNumber, confirmedOn: today },
      ...releaseSearch([projectName, companyName], [projectCode, confirmationNumber]),
    },
    facts: { confirmationNumber },
  };
}
