import type { CreditEntry } from '../../core/credit/entry.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { registerCreditSource } from '../credit/index.ts';
import { fileHolders, registerFileReader } from '../files/index.ts';
import { incidentsWithin, looksOnAsCompany } from './incident-kind.ts';
import { ownStepsOf, shownFiles } from './incident-view.ts';
import type { IncidentRecord } from './incident.model.ts';
import { causedBy, Incidents, repointCompany, repointProject } from './incident.model.ts';
import { INCIDENTS_PERMISSIONS } from './incidents.permissions.ts';

const HOLDER = 'incident:';
const READERS: readonly string[] = INCIDENTS_PERMISSIONS['incidents.list'];

/** Photos of an incident lie open to whoever may read it; to a company its own. */
async function readsFile(fileId: string, ctx: Ctx): Promise<boolean> {
  const grants = ctx.grants.filter(({ role }) => READERS.includes(role));
  const held = (await fileHolders(fileId)).filter((ref) => ref.startsWith(HOLDER));
  if (grants.length === 0 || held.length === 0) return false;
  const limits = await incidentsWithin({ ...ctx, grants });
  for (const ref of held) {
    const own = { $and: [{ _id: ref.slice(HOLDER.length) }, limits] };
    const found = (await Incidents.findOne(own).lean()) as IncidentRecord | null; // what the schema wrote
    if (found === null) continue;
    if (!looksOnAsCompany(found, { ...ctx, grants })) return true;
    if (shownFiles(ownStepsOf(found, ctx)).includes(fileId)) return true;
  }
  return false;
}

/** What the office's review found to be caused by a company: from the day of the review on, dated as it happened. */
async function incidentEntriesOf(companyIds: readonly string[], day: PlainDate): Promise<CreditEntry[]> {
  return (await causedBy(companyIds, day)).map(({ _id, companyId, areaCode, facts, closedOn }) => ({
    ...{ companyId, kind: 'incident', on: facts.happenedOn ?? closedOn, areaCode },
    record: { kind: 'incident', id: String(_id) },
  }));
}

registerFileReader('evidence', readsFile);
registerMergeListener('project', repointProject);
registerMergeListener('company', repointCompany);
registerCreditSource('incidents', incidentEntriesOf, ['incident']);
