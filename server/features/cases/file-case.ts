import mongoose from 'mongoose';
import type { CaseView, FileCase } from '../../core/contract/cases.ts';
import { startDeadline } from '../../core/law/deadline.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { inTransaction } from '../../platform/db.ts';
import { getArea } from '../areas/index.ts';
import { loadCalendar } from '../calendar/index.ts';
import { moveComplaint } from '../complaints/index.ts';
import { nextDueOn } from './case-clock.ts';
import { nextCaseNumber } from './case-number.ts';
import { rolesOn } from './case-reach.ts';
import { caseSearchFields, companyIdsOf } from './case-search.ts';
import { caseView } from './case-view.ts';
import type { CaseRecord } from './case.record.ts';
import { insertCase } from './case-queries.model.ts';
import { enterPeople } from './claims-of-complaint.ts';
import { findJoined } from './joined-complaints.ts';
import type { JoinedComplaint } from './joined-complaints.ts';
import { authorOf, getCaseRecord, recordCaseEvent, tellScreens } from './move-case.ts';
import { twoInspectors } from './office-staff.ts';
import { namedParties } from './parties.ts';
import { addUpCase, EMPTY_TOTALS } from './sheet-totals.ts';
import { tellComplainants, tellInspectors } from './tell-case.ts';

/**
 * Files a case on accepted complaints of one office: two different inspectors, a number without gaps, the arrears as
 * the complaints state them, and the investigation's clock from this very day.
 * @law IMP-18-1
 * @law INS-16-1
 * @law INS-17-1
 */
export async function fileCase(input: FileCase, ctx: Ctx): Promise<CaseView> {
  return inTransaction(async () => {
    const complaints = await complaintsOfOneOffice(input.complaintIds, ctx);
    const record = await newCase(input, complaints, ctx);
    const id = String(record._id);
    for (const complaint of complaints) await putInto(record, complaint, ctx);
    await enterPeople(complaints, { caseId: id, areaCode: record.areaCode }, ctx);
    await insertCase({ ...record, ...(await addUpCase(id, record.complaintIds)) });
    const { caseNumber, complaintIds, inspectorIds, filedOn } = record;
    const facts = { caseNumber, complaintIds, inspectorIds, filedOn, dueOn: record.nextDueOn };
    await recordCaseEvent(record, 'file', facts, ctx);
    await tellComplainants(record, 'caseFiled', { caseNumber }, ctx);
    await tellInspectors(record, 'caseAssigned', ctx);
    tellScreens(record);
    return caseView(await getCaseRecord(id, ctx), ctx);
  });
}

/** The complaint becomes part of the case; its own flow says whether it may. */
export async function putInto(
  { _id, caseNumber }: Pick<CaseRecord, '_id' | 'caseNumber'>,
  { id }: Pick<JoinedComplaint, 'id'>,
  ctx: Ctx,
  join?: { reason: string },
): Promise<void> {
  const caseId = String(_id);
  const action = join === undefined ? 'fileCase' : 'joinCase';
  await moveComplaint({ id }, action, { caseId, ...join }, ctx, () => ({
    set: { caseId, caseNumber },
    ...join,
    facts: { caseNumber },
  }));
}

async function complaintsOfOneOffice(ids: readonly string[], ctx: Ctx): Promise<JoinedComplaint[]> {
  const found = await findJoined(ids);
  const complaints = found.filter((one) => rolesOn(one, ctx).includes('inspector'));
  if (complaints.length < ids.length) throw new AppError('notFound');
  const [first] = complaints;
  const other = complaints.findIndex(({ officeCode }) => officeCode !== first?.officeCode);
  if (other >= 0)
    throw wrongField(`complaintIds.${other}`, '不属于同一监察机构', 'It lies with another office');
  return complaints;
}

async function newCase(
  input: FileCase,
  complaints: readonly JoinedComplaint[],
  ctx: Ctx,
): Promise<CaseRecord> {
  const [first] = complaints;
  if (first === undefined) throw wrongField('complaintIds', '至少一件投诉', 'At least one complaint');
  const { areaCode, officeCode } = first;
  const inspectors = await twoInspectors(input, { officeCode }, ctx);
  const office = await getArea(officeCode, ctx);
  const deadline = startDeadline('investigation', ctx.today, await loadCalendar(officeCode));
  const site = complaints.find(({ projectId }) => projectId !== undefined) ?? first;
  const { projectId, projectName } = site;
  const parties = await namedParties(input);
  const base = {
    _id: new mongoose.Types.ObjectId(),
    version: 1,
    caseNumber: await nextCaseNumber(office, ctx.today),
    title: input.title,
    state: 'filed' as const,
    open: true,
    areaCode,
    officeCode,
    filedOn: ctx.today,
    filedAt: ctx.now,
    ...parties,
    ...(projectId === undefined ? {} : { projectId }),
    ...(projectName === undefined ? {} : { projectName }),
    complaintIds: complaints.map(({ id }) => id),
    ...inspectors,
    companyIds: companyIdsOf(parties),
    ...EMPTY_TOTALS,
    deadlines: [deadline],
    nextDueOn: nextDueOn([deadline]),
    orders: [],
    fileIds: [],
    history: [
      {
        action: 'file',
        to: 'filed' as const,
        at: ctx.now,
        on: ctx.today,
        by: authorOf(ctx),
        cite: 'IMP-18-1',
        facts: { dueOn: deadline.dueOn },
      },
    ],
  };
  return { ...base, ...caseSearchFields(base, complaints) };
}
