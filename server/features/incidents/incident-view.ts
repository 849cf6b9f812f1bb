import type { IncidentRow, IncidentView } from '../../core/contract/incidents.ts';
import type { IncidentState } from '../../core/incidents/incident-table.ts';
import { INCIDENT, INCIDENT_STATES } from '../../core/incidents/incident-table.ts';
import { dayOf, sumOf } from '../../core/lives/facts.ts';
import type { Reader } from '../../platform/lives/index.ts';
import { viewOfLife } from '../../platform/lives/index.ts';
import { fileViews } from '../files/index.ts';
import { INCIDENT_KIND, looksOnAsCompany } from './incident-kind.ts';
import type { IncidentRecord } from './incident.model.ts';

const textOf = ({ facts }: IncidentRecord, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

/** Every file that was shown with these steps, oldest first. */
export const shownFiles = (history: IncidentRecord['history']): string[] => [
  ...new Set(history.flatMap(({ given: { fileIds } }) => (Array.isArray(fileIds) ? fileIds : []))),
];

/** What a company wrote itself: its report and its own follow-ups. What the office notes beside it is the office's. */
export function ownStepsOf(
  { history }: Pick<IncidentRecord, 'history'>,
  { actor }: Pick<Reader, 'actor'>,
): IncidentRecord['history'] {
  const self = actor.kind === 'user' ? actor.userId : undefined;
  return history.filter(({ action, by }, at) => at === 0 || (action === 'followUp' && by.id === self));
}

const REPORTED = new Set((INCIDENT.actions['open']?.fields ?? []).map(({ name }) => name));

/** The record as far as this reader may see it. */
function shownTo(record: IncidentRecord, reader: Reader): IncidentRecord {
  if (!looksOnAsCompany(record, reader)) return record;
  const history = ownStepsOf(record, reader);
  const facts = Object.fromEntries(Object.entries(record.facts).filter(([name]) => REPORTED.has(name)));
  const { complaintId: _, ...rest } = record;
  return { ...rest, history, facts };
}

export async function incidentView(full: IncidentRecord, reader: Reader): Promise<IncidentView> {
  const record = shownTo(full, reader);
  const { areaCode, headcount, isExtreme, openedOn, facts } = record;
  const { projectId, projectName, companyId, companyName, position, complaintId } = record;
  return {
    ...(await viewOfLife(INCIDENT_KIND, record, reader)),
    ...{ areaCode, headcount, isExtreme, happenedOn: dayOf(facts, 'happenedOn') ?? openedOn },
    ...(projectId === undefined ? {} : { projectId }),
    ...(projectName === undefined ? {} : { projectName }),
    ...(companyId === undefined ? {} : { companyId }),
    ...(companyName === undefined ? {} : { companyName }),
    ...(position === undefined ? {} : { position }),
    files: await fileViews(shownFiles(record.history)),
    ...(complaintId === undefined ? {} : { complaintId }),
  };
}

export function incidentRow(full: IncidentRecord, reader: Reader): IncidentRow {
  const record = shownTo(full, reader);
  const { _id, areaCode, headcount, isExtreme, projectName, companyName, openedOn, isOpen, facts } = record;
  const sums = (['owedFen', 'paidFen'] as const).flatMap((name) => {
    const sum = sumOf(facts, name);
    return sum === undefined ? [] : [[name, sum] as const];
  });
  return {
    ...{ id: String(_id), areaCode, headcount, isExtreme, openedOn, isOpen },
    ...{ place: textOf(record, 'place'), demand: textOf(record, 'demand') },
    happenedOn: dayOf(facts, 'happenedOn') ?? openedOn,
    state: stateOf(record),
    ...(projectName === undefined ? {} : { projectName }),
    ...(companyName === undefined ? {} : { companyName }),
    ...Object.fromEntries(sums),
  };
}

/** The table's states are the only ones a record is written with. */
const stateOf = ({ state }: IncidentRecord): IncidentState =>
  INCIDENT_STATES.find((one) => one === state) ?? 'reported';
