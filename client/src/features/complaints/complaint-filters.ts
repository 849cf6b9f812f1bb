/** What the queue can be narrowed by; each stands in the address under this name. */
export const COMPLAINT_FILTERS = [
  'q',
  'due',
  'state',
  'open',
  'areaCode',
  'channel',
  'intakeKind',
  'projectId',
  'employerId',
  'owedFrom',
  'owedTo',
  'group',
  'receivedFrom',
  'receivedTo',
  'decided',
  'decidedFrom',
  'decidedTo',
  'withdrawalFrom',
  'withdrawalTo',
  'mine',
  'offered',
  'pending',
] as const;

/** Behind "more filters". */
export const FURTHER_FILTERS = [
  'areaCode',
  'channel',
  'intakeKind',
  'projectId',
  'employerId',
  'owedFrom',
  'owedTo',
  'group',
  'receivedFrom',
  'receivedTo',
  'decided',
  'decidedFrom',
  'decidedTo',
  'withdrawalFrom',
  'withdrawalTo',
] as const;

/**
 * A queue shows what is not over; who looks for a number, a name or a state means everything. `open=all` asks for all.
 */
export function openOnly(query: Record<string, unknown>): true | undefined {
  if (query['open'] === 'true') return true;
  const wantsMore = [query['q'], query['state'], query['closureCode']].some(
    (value) => value !== undefined && value !== '',
  );
  return query['open'] === 'all' || wantsMore ? undefined : true;
}
