import type { CaseParty, CaseView, LinkRecord } from '../../core/contract/cases.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { findCompanyRef } from '../companies/index.ts';
import { linkComplaint } from '../complaints/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { caseSearchFields, companyIdsOf } from './case-search.ts';
import type { CaseRecord } from './case.record.ts';
import { findJoined } from './joined-complaints.ts';
import { moveCase } from './move-case.ts';
import type { MovePlan } from './move-case.ts';

/**
 * A party or a project that was named in words is found to be one on record: papers then print what the register says, and
 * the company's file knows the case. A person says so; what is linked already is changed with the parties themselves. The
 * complaints of the case that used the same words are linked with it.
 */
export async function linkRecord(
  id: string,
  version: number,
  { party, companyId, projectId }: LinkRecord,
  ctx: Ctx,
): Promise<CaseView> {
  return moveCase({ id, action: 'link', version }, ctx, (record) => {
    if (projectId !== undefined) return toProject(record, projectId, ctx);
    if (party === undefined || companyId === undefined)
      throw wrongField('companyId', '必填', 'This is needed');
    return toCompany(record, party, companyId, ctx);
  });
}

async function toCompany(
  record: CaseRecord,
  party: CaseParty,
  companyId: string,
  ctx: Ctx,
): Promise<MovePlan> {
  const named = record[party];
  if (named === undefined) throw wrongField('party', '本案没有这一方', 'The case has no such party');
  if (named.companyId !== undefined) throw wrongField('party', '已经关联登记单位', 'It is linked already');
  const company = await findCompanyRef(companyId);
  if (company === null) throw wrongField('companyId', '没有这个单位', 'There is no such company');
  const linked = { ...record, [party]: { companyId: company.id, name: company.name } };
  return {
    set: { [party]: linked[party], companyIds: companyIdsOf(linked), ...(await searchOf(linked)) },
    facts: { party, companyId: company.id },
    andAlso: async ({ complaintIds }) => {
      const words = { employerId: company.id, was: named.name };
      if (party === 'respondent') for (const one of complaintIds) await linkComplaint(one, words, ctx);
    },
  };
}

async function toProject(record: CaseRecord, projectId: string, ctx: Ctx): Promise<MovePlan> {
  if (record.projectId !== undefined)
    throw wrongField('projectId', '已经关联登记项目', 'It is linked already');
  const project = await findProjectRef(projectId);
  if (project === null) throw wrongField('projectId', '没有这个项目', 'There is no such project');
  const { id, name } = project;
  return {
    set: { projectId: id, projectName: name, ...(await searchOf({ ...record, projectName: name })) },
    facts: { projectId: id },
    andAlso: async ({ complaintIds }) => {
      const words = { projectId: id, was: record.projectName ?? '' };
      for (const one of complaintIds) await linkComplaint(one, words, ctx);
    },
  };
}

const searchOf = async (record: CaseRecord) =>
  caseSearchFields(record, await findJoined(record.complaintIds));
