import type { CitableId } from './articles.ts';

/**
 * The rules that say who settles arrears and who pays first (清偿责任), in the order of the regulation. A case names
 * the one that was applied, or none while that is not clear yet.
 * @law REG-16-1
 */
export const LIABILITY_RULES = [
  'REG-16-1',
  'REG-18-1',
  'REG-19-1',
  'REG-20-1',
  'REG-21-1',
  'REG-22-1',
  'REG-29-2',
  'REG-30-1',
  'REG-30-2',
  'REG-30-3',
  'REG-36-1',
  'REG-36-2',
  'REG-37-1',
] as const satisfies readonly CitableId[];
