import type { FindingRow, FindingView } from '../../core/contract/inspections.ts';
import type { FindingState } from '../../core/inspections/finding-table.ts';
import { FINDING_STATES } from '../../core/inspections/finding-table.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { dayOf } from '../../core/lives/facts.ts';
import type { Reader } from '../../platform/lives/index.ts';
import { viewOfLife } from '../../platform/lives/index.ts';
import { fileViews } from '../files/index.ts';
import { FINDING_KIND } from './finding-kind.ts';
import type { FindingRecord } from './finding.model.ts';

const sites = ({ companyName, projectId, projectName }: FindingRecord) => ({
  companyName,
  ...(projectId === undefined ? {} : { projectId }),
  ...(projectName === undefined ? {} : { projectName }),
});

export async function findingView(record: FindingRecord, reader: Reader): Promise<FindingView> {
  const { areaCode, inspectionId, item, companyId, complaintId } = record;
  const isCompany = FINDING_KIND.roles(record, reader).includes('company');
  return {
    ...(await viewOfLife(FINDING_KIND, record, reader)),
    ...{ areaCode, inspectionId, item, ...sites(record) },
    files: await fileViews(shownFiles(record)),
    ...(companyId === undefined ? {} : { companyId }),
    // The office's own lead is not told to the company it is about.
    ...(complaintId === undefined || isCompany ? {} : { complaintId }),
  };
}

/** Every file that was shown with a step, oldest first. */
export const shownFiles = ({ history }: Pick<FindingRecord, 'history'>): string[] => [
  ...new Set(history.flatMap(({ given: { fileIds } }) => (Array.isArray(fileIds) ? fileIds : []))),
];

export function findingRow(record: FindingRecord, today: PlainDate): FindingRow {
  const { _id, areaCode, inspectionId, item, isOpen, openedOn, facts } = record;
  const rectifyBy = dayOf(facts, 'rectifyBy');
  return {
    ...{ id: String(_id), areaCode, inspectionId, item, isOpen, ...sites(record) },
    state: stateOf(record),
    foundOn: dayOf(facts, 'foundOn') ?? openedOn,
    ...(rectifyBy === undefined ? {} : { rectifyBy }),
    isLate: isOpen && rectifyBy !== undefined && rectifyBy < today,
  };
}

/** The table's states are the only ones a record is written with. */
const stateOf = ({ state }: FindingRecord): FindingState =>
  FINDING_STATES.find((one) => one === state) ?? 'toRectify';
