import type { WriteWageAccount } from '../../core/contract/safeguards.ts';
import { accountNameOf, isAccountName } from '../../core/pay/account-name.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { tellAccountWritten } from './account-listeners.ts';
import { notAfterToday, notBefore } from './day-checks.ts';
import { contractorNames } from './project-names.ts';
import type { SafeguardsRecord } from './safeguards.model.ts';
import { writePart } from './write-part.ts';

/**
 * The wage account of the project: its name must be that of the general contractor, the project and what it is for. A
 * number that is not given stays, because nobody was shown the whole of it.
 * @law ACC-7
 */
export async function putAccount(
  projectId: string,
  version: number,
  { number, ...account }: WriteWageAccount,
  ctx: Ctx,
): Promise<number> {
  const { openedOn, filedOn, tripartiteSignedOn, tripartiteFileId, branchCode, bankName } = account;
  for (const [field, day] of Object.entries({ openedOn, filedOn, tripartiteSignedOn }))
    notAfterToday(field, day, ctx);
  notBefore('filedOn', filedOn, openedOn, ['备案不能早于开户', 'Not filed before it was opened']);
  const change = async (position: ProjectPosition, before: SafeguardsRecord | null) => {
    await checkName(account.accountName, position);
    if (number === undefined && before?.accountNumber === undefined)
      throw wrongField('number', '请填写账号', 'The account number is needed');
    const { areaCode } = position.project;
    // A closed account stays closed while its papers are put right; another number is another account.
    const closedOn = number === undefined ? before?.account?.closedOn : undefined;
    return {
      set: { account: { ...account, ...(closedOn === undefined ? {} : { closedOn }) } },
      secrets: { accountNumber: number?.replace(/\D/gu, '') },
      file: { id: tripartiteFileId, field: 'tripartiteFileId' },
      facts: { bankName, branchCode, openedOn, filedOn, tripartiteSignedOn, newNumber: number !== undefined },
      after: () =>
        tellAccountWritten({ projectId, areaCode, branchCode, isOpen: closedOn === undefined }, ctx),
    };
  };
  return writePart(projectId, { part: 'account', version, action: 'safeguards.accountPut' }, change, ctx);
}

async function checkName(given: string, { project }: ProjectPosition): Promise<void> {
  const contractors = await contractorNames(project);
  const [first] = contractors;
  if (first === undefined)
    throw wrongField(
      'accountName',
      '请先在参建各方中登记施工总承包单位',
      'Put the general contractor on record as a party first',
    );
  if (isAccountName(given, contractors, project.name)) return;
  const expected = accountNameOf(first, project.name);
  throw wrongField(
    'accountName',
    `户名应为“${expected}”（总包单位名称＋项目名称＋农民工工资专用账户）`,
    `The account is to be called “${expected}” (general contractor, project, 农民工工资专用账户)`,
  );
}
