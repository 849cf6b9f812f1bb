import type { WriteListedPerson } from '../../core/contract/listings.ts';
import { checkCitizenId } from '../../core/kit/identity-numbers.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { wrongField } from '../../platform/wrong-field.ts';

/**
 * The head of the employer is among those listed, and what is given as an identity number can be one.
 * @law BLK-5-2
 */
export function checkPersons(persons: readonly WriteListedPerson[], today: PlainDate): void {
  if (!persons.some(({ kind }) => kind === 'principal'))
    throw wrongField(
      'persons',
      '须包括法定代表人或者主要负责人',
      'The legal representative or principal has to be among them',
    );
  for (const [at, { citizenId }] of persons.entries())
    if (citizenId !== undefined && !checkCitizenId(citizenId, today).ok)
      throw wrongField(
        `persons.${at}.citizenId`,
        '不是有效的居民身份证号',
        'Not a valid citizen id (the check digit or the date of birth does not agree)',
      );
}
