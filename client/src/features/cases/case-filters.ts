/** What the case queue can be narrowed by; each stands in the address under this name. */
export const CASE_FILTERS = [
  'q',
  'due',
  'state',
  'open',
  'areaCode',
  'projectId',
  'companyId',
  'inspectorId',
  'closureCode',
  'filedFrom',
  'filedTo',
  'closedFrom',
  'closedTo',
  'mine',
  'pending',
] as const;

export const FURTHER_CASE_FILTERS = [
  'areaCode',
  'projectId',
  'companyId',
  'inspectorId',
  'closureCode',
  'filedFrom',
  'filedTo',
  'closedFrom',
  'closedTo',
] as const;
