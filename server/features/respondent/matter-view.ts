import type { FileView } from '../../core/contract/files.ts';
import type { MatterView, ProofDemandView } from '../../core/contract/matters.ts';
import type { ServiceMode } from '../../core/contract/cases.ts';
import { SERVICE_MODES } from '../../core/contract/cases.ts';
import { deadlineView } from '../../core/law/deadline-view.ts';
import { demandServedOn, PROOF_DEMAND } from '../../core/proceedings/proof-demand.ts';
import type { Ctx } from '../../platform/context.ts';
import { loadCalendar } from '../calendar/index.ts';
import type { ProceedingRecord } from '../cases/index.ts';
import { officeName } from '../complaints/index.ts';
import { fileViews } from '../files/index.ts';
import { findParameter } from '../parameters/index.ts';
import { demandDeadline, standingOf, takesProofs } from './demand-standing.ts';
import type { Matter } from './gather-matters.ts';
import type { Office } from './matter-row.ts';
import { matterRow, orderDeadline } from './matter-row.ts';

/** One case as the company may see it: what was served on it, each with its clock, and what it sent. */
export async function matterView(matter: Matter, ctx: Ctx): Promise<MatterView> {
  const { record, papers, orders, demands, sheet, proofs } = matter;
  const { officeCode } = record;
  const calendar = await loadCalendar(officeCode);
  const office: Office = { name: await officeName(officeCode, ctx), calendar };
  const phone = (await findParameter('inspectionPhone', officeCode, ctx.today))?.value;
  const files = new Map(
    (await fileViews(proofs.flatMap(({ fileIds }) => fileIds))).map((file) => [file.id, file]),
  );
  return {
    ...matterRow(matter, office, ctx.today),
    ...(typeof phone === 'string' ? { officePhone: phone } : {}),
    papers: [...papers].reverse().map(({ caseId: _case, companyId: _company, ...paper }) => paper),
    orders: [...orders].reverse().map((order) => {
      const { servedOn, rectifyBy, mode, demands: words } = order;
      const clock = deadlineView(orderDeadline(matter, order), ctx.today, calendar);
      return { servedOn, rectifyBy, mode, demands: words, clock };
    }),
    ...(sheet === undefined ? {} : { arrears: sheetPart(sheet) }),
    demands: [...demands].reverse().map((one) => demandView(one, matter, files, office, ctx)),
  };
}

function sheetPart({ id, state, shownOn, answerBy, canAnswer }: NonNullable<Matter['sheet']>) {
  return {
    ...{ id, state, canAnswer },
    ...(shownOn === undefined ? {} : { shownOn }),
    ...(answerBy === undefined ? {} : { answerBy }),
  };
}

function demandView(
  demand: ProceedingRecord,
  { record, proofs }: Matter,
  files: ReadonlyMap<string, FileView>,
  { calendar }: Office,
  { today }: Ctx,
): ProofDemandView {
  const { id, number, state, facts, openedOn } = demand;
  const { scope } = facts;
  return {
    ...{ id, number, state },
    stateName: PROOF_DEMAND.states[state] ?? PROOF_DEMAND.name,
    servedOn: demandServedOn(facts) ?? openedOn,
    mode: modeOf(facts['serviceMode']),
    ...(typeof scope === 'string' ? { scope } : {}),
    clock: deadlineView(demandDeadline(demand), today, calendar),
    documents: standingOf(demand, proofs, files),
    canSend: record.state !== 'closed' && takesProofs(demand),
  };
}

const modeOf = (value: unknown): ServiceMode => SERVICE_MODES.find((mode) => mode === value) ?? 'DIRECT';
