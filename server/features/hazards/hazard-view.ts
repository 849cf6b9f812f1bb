import type { HazardRow, HazardView } from '../../core/contract/hazards.ts';
import type { HazardState } from '../../core/hazards/hazard-table.ts';
import { HAZARD_STATES } from '../../core/hazards/hazard-table.ts';
import { sumOf } from '../../core/lives/facts.ts';
import type { Reader } from '../../platform/lives/index.ts';
import { viewOfLife } from '../../platform/lives/index.ts';
import { fileViews } from '../files/index.ts';
import { HAZARD_KIND } from './hazard-kind.ts';
import type { HazardRecord } from './hazard.model.ts';

const textOf = ({ facts }: HazardRecord, name: string): string => {
  const value = facts[name];
  return typeof value === 'string' ? value : '';
};

/** Every file that was shown with a step, oldest first. */
export const shownFiles = ({ history }: Pick<HazardRecord, 'history'>): string[] => [
  ...new Set(history.flatMap(({ given: { fileIds } }) => (Array.isArray(fileIds) ? fileIds : []))),
];

export async function hazardView(record: HazardRecord, reader: Reader): Promise<HazardView> {
  const { areaCode, level, projectId, projectName, complaintId } = record;
  return {
    ...(await viewOfLife(HAZARD_KIND, record, reader)),
    ...{ areaCode, level, hazardKind: textOf(record, 'hazardKind') },
    ...(projectId === undefined ? {} : { projectId }),
    ...(projectName === undefined ? {} : { projectName }),
    files: await fileViews(shownFiles(record)),
    ...(complaintId === undefined ? {} : { complaintId }),
  };
}

export function hazardRow(record: HazardRecord): HazardRow {
  const { _id, areaCode, level, projectName, openedOn, isOpen, facts } = record;
  const sums = (['headcount', 'owedFen', 'paidFen'] as const).flatMap((name) => {
    const sum = sumOf(facts, name);
    return sum === undefined ? [] : [[name, sum] as const];
  });
  return {
    ...{ id: String(_id), areaCode, level, openedOn, isOpen },
    hazardKind: textOf(record, 'hazardKind'),
    what: textOf(record, 'what'),
    place: textOf(record, 'place'),
    state: stateOf(record),
    ...(projectName === undefined ? {} : { projectName }),
    ...Object.fromEntries(sums),
  };
}

/** The table's states are the only ones a record is written with. */
const stateOf = ({ state }: HazardRecord): HazardState =>
  HAZARD_STATES.find((one) => one === state) ?? 'inGrid';
