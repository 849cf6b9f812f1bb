import { findCaseComplaints } from '../complaints/index.ts';
import type { CaseComplaint } from '../complaints/index.ts';

/** A complaint that belongs to a case; its people stand in the clear and leave this feature masked only. */
export type JoinedComplaint = CaseComplaint;

/** The complaints of a case, in the order in which they came to it. */
export const findJoined = (ids: readonly string[]): Promise<JoinedComplaint[]> => findCaseComplaints(ids);
