import type { SafeguardsView } from '../../core/contract/safeguards.ts';
import { accountNameOf } from '../../core/pay/account-name.ts';
import { checklist } from '../../core/pay/checklist.ts';
import type { ChecklistFacts } from '../../core/pay/checklist-facts.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { ProjectPosition } from '../projects/index.ts';
import { employersSeen } from '../projects/index.ts';
import { coverageOf } from '../roster/index.ts';
import { boardContent, boardMissing } from './board-content.ts';
import { bondRequiredFor } from './bond-required.ts';
import { laterFacts } from './checklist-providers.ts';
import { accountOf } from './find-safeguards.ts';
import { contractorNames } from './project-names.ts';
import { areaRules } from './project-rules.ts';
import type { SafeguardsRecord } from './safeguards.model.ts';
import { safeguardSecrets } from './safeguards.model.ts';
import { seesPapers, writableParts } from './writable-parts.ts';

/** Everything on record of a project, what its board still lacks and how the seven items stand, as this reader may see it. */
export async function safeguardsView(
  position: ProjectPosition,
  record: SafeguardsRecord | null,
  ctx: Ctx,
): Promise<SafeguardsView> {
  const { project } = position;
  const calendar = await loadCalendar(project.areaCode);
  const { contract, permit, bond } = record ?? {};
  const rules = await areaRules(project.areaCode, contract?.signedOn ?? ctx.today);
  const bondRequired = await bondRequiredFor(project, record, rules, calendar);
  const missing = boardMissing(await boardContent(project, record, ctx.today));
  const account = record === null ? undefined : accountOf(record);
  const papers = {
    ...(contract === undefined ? {} : { contract }),
    ...(permit === undefined ? {} : { permit }),
    ...(account === undefined ? {} : { account }),
    ...(bond === undefined ? {} : { bond }),
  };
  const { accountFromFen, accountFromMonths } = rules;
  const facts: ChecklistFacts = {
    ...papers,
    bondRequired,
    isFinished: project.state === 'finished',
    ...(accountFromFen === undefined ? {} : { accountFromFen }),
    ...(accountFromMonths === undefined ? {} : { accountFromMonths }),
    boardMissing: missing,
    boardPhotoDays: (record?.boardPhotos ?? []).map(({ takenOn }) => takenOn),
    coverage: await coverageOf(project.id, employersSeen(position)),
    ...(await laterFacts(project.id, ctx)),
  };
  const [contractor] = await contractorNames(project);
  const editable = [...writableParts(position)];
  return {
    projectId: project.id,
    version: record?.version ?? 0,
    ...(seesPapers(position) ? papers : { papersHidden: true as const }),
    accountNameExpected: contractor === undefined ? '' : accountNameOf(contractor, project.name),
    bondRequired: seesPapers(position) ? bondRequired : { state: 'noContract' },
    ...shownPeople(record),
    boardPhotos: record?.boardPhotos ?? [],
    boardMissing: missing,
    checklist: checklist(facts, ctx.today, calendar),
    editable,
    canEdit: editable.length > 1,
  };
}

function shownPeople(
  record: SafeguardsRecord | null,
): Pick<SafeguardsView, 'labourOfficer' | 'projectDepartment'> {
  if (record === null) return {};
  const { labourOfficer, projectDepartment } = record;
  const { officerPhoneMasked = '' } = safeguardSecrets.maskFields(record);
  return {
    ...(labourOfficer === undefined
      ? {}
      : { labourOfficer: { ...labourOfficer, phoneMasked: officerPhoneMasked } }),
    ...(projectDepartment === undefined ? {} : { projectDepartment }),
  };
}
