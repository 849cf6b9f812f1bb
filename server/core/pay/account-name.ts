/** What every wage account is called at its end. */
const SUFFIX = '农民工工资专用账户';

/**
 * The name a project's wage account must have: the general contractor, the project, and what it is for.
 * @example accountNameOf('甲建筑有限公司', '乙小区一期') // '甲建筑有限公司乙小区一期农民工工资专用账户'
 * @law ACC-7
 */
export const accountNameOf = (generalContractor: string, project: string): string =>
  `${generalContractor.trim()}${project.trim()}${SUFFIX}`;

/**
 * Is this the name the account must have? Blanks, and brackets of either width, are the bank's way of typing and make
 * no difference; anything else does. Of several general contractors the name of any of them will do.
 * @law ACC-7
 */
export function isAccountName(
  given: string,
  generalContractors: readonly string[],
  project: string,
): boolean {
  const typed = plain(given);
  return generalContractors.some((name) => plain(accountNameOf(name, project)) === typed);
}

const WIDE: Readonly<Record<string, string>> = { '（': '(', '）': ')', '：': ':', '，': ',' };
const plain = (name: string): string =>
  name.replace(/\s/gu, '').replace(/[（），：]/gu, (letter) => WIDE[letter] ?? letter);
