import { Complaints } from './complaint.model.ts';

/** Projects and firms about which something is open. */
export interface OpenMatters {
  projectIds: Set<string>;
  companyIds: Set<string>;
}

/** Of these projects and firms those named in a complaint the office still has to deal with (indexes projectId, employerId). */
export async function openComplaintsAbout(
  projectIds: readonly string[],
  companyIds: readonly string[],
): Promise<OpenMatters> {
  const sites = await Complaints.find(
    { projectId: { $in: [...projectIds] }, open: true },
    { projectId: 1 },
  ).lean();
  const firms = await Complaints.find(
    { employerId: { $in: [...companyIds] }, open: true },
    { employerId: 1 },
  ).lean();
  return {
    projectIds: new Set(sites.flatMap(({ projectId }) => projectId ?? [])),
    companyIds: new Set(firms.flatMap(({ employerId }) => employerId ?? [])),
  };
}

/** The complaints about a project the office still has to deal with (index projectId). No reader's limits. */
export async function openComplaintsOf(projectId: string): Promise<{ id: string; receiptNumber: string }[]> {
  const found = await Complaints.find({ projectId, open: true }, { receiptNumber: 1 })
    .sort({ _id: 1 })
    .lean();
  return found.map(({ _id, receiptNumber }) => ({ id: String(_id), receiptNumber }));
}
