import type { OpenRelease, ReleaseKind, ReleaseView } from '../../core/contract/releases.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { NewLife } from '../../platform/lives/index.ts';
import { openLife } from '../../platform/lives/index.ts';
import { officeOf } from '../complaints/index.ts';
import { companyNamesOf } from '../companies/index.ts';
import type { ProjectRef } from '../projects/index.ts';
import { positionOn } from '../projects/index.ts';
import { findSafeguards } from '../safeguards/index.ts';
import { releaseKind } from './release-kind.ts';
import { Releases, releaseSearch } from './release.model.ts';
import type { ReleaseRecord } from './release.model.ts';
import { releaseView } from './release-view.ts';
import { tellOffice } from './tell-release.ts';

/** What is known before anything is given: the project, its general contractor, the bank and the amount. */
export async function freshRelease(
  kind: ReleaseKind,
  { id, code, name, areaCode, parties }: ProjectRef,
): Promise<NewLife<ReleaseRecord>> {
  const { account, bond } = (await findSafeguards(id)) ?? {};
  const companyId = parties.find(({ role }) => role === 'generalContractor')?.companyId ?? '';
  const companyName = (await companyNamesOf([companyId])).get(companyId) ?? '';
  const kept = kind === 'accountClosure' ? account : bond;
  const branchCode = kept?.branchCode;
  const keptSince = kind === 'accountClosure' ? account?.openedOn : bond?.storedOn;
  return {
    ...{ areaCode: officeOf(areaCode), kind, projectId: id, projectCode: code, projectName: name },
    ...{ companyId, companyName, bankName: kept?.bankName ?? '', objections: [], settledCases: [] },
    ...(branchCode === undefined ? {} : { branchCode }),
    ...(keptSince === undefined ? {} : { keptSince }),
    ...(kind === 'bondReturn' && bond !== undefined
      ? { bondFen: bond.amountFen, isGuarantee: bond.kind !== 'cash' }
      : {}),
    ...releaseSearch([name, companyName], [code]),
  };
}

/**
 * The general contractor begins to close the wage account or to take back the bond of its project: pledge of no arrears,
 * notice on the board. One of a kind at a time.
 * @law REG-27-2
 * @law BON-19
 */
export async function openRelease({ kind, projectId, given }: OpenRelease, ctx: Ctx): Promise<ReleaseView> {
  const { project, isGeneralContractor } = await positionOn(projectId, ctx);
  if (!isGeneralContractor) throw new AppError('forbidden');
  const fresh = await freshRelease(kind, project);
  const record = await openLife(releaseKind(kind), fresh, given, ctx, async ({ facts }) => {
    if ((await Releases.exists({ projectId: project.id, kind, isOpen: true })) !== null)
      throw new AppError('releaseOpen');
    const closesEarly = ![undefined, 'WORKS_FINISHED'].includes(facts['closureReason'] as string | undefined);
    return {
      set: closesEarly ? { closesEarly } : {},
      facts: { kind, projectId: project.id },
      andAlso: (made) => tellOffice(made, 'inspector', 'releaseBegun', ctx),
    };
  });
  return releaseView(record, ctx);
}
