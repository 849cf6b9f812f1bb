/** Set by the numbers of the leader's page, shown and taken off on the list. */
export const COUNTED_FILTERS = [
  'raisedFrom',
  'raisedIn',
  'endedIn',
  'judged',
  'answerIn',
  'answered',
] as const;

/** What the list of alerts can be narrowed by; each stands in the address under this name. */
export const ALERT_FILTERS = [
  'q',
  'level',
  'state',
  'rule',
  'areaCode',
  'month',
  'projectId',
  'companyId',
  'open',
  ...COUNTED_FILTERS,
] as const;

/** The rules by id, in the order of the risk card; each is called by `alerts.rule.<id>`. */
export const RULE_IDS = [
  'payrollNotFiled',
  'filedNotPaid',
  'partPaid',
  'attendanceWithoutPay',
  'fewerPaidThanAttended',
  'payWithoutAttendance',
  'answeredNothing',
  'answeredLess',
  'answeredNotMe',
  'belowMinimumWage',
  'wrongArithmetic',
  'deductionOverLimit',
  'averageFalls',
  'holidaySpike',
  'finishingUnpaid',
  'labourCostNotReceived',
  'runwayShort',
  'refusedOutflow',
  'entryWithoutContract',
  'sharedBankCard',
  'sharedPhone',
  'onTwoSites',
  'cardNotInHand',
  'accountNotOpened',
  'accountNotFiled',
  'bondNotStored',
  'guaranteeExpiring',
  'boardPhotoMissing',
  'complaintDensity',
  'ownerInArrears',
  'listedParty',
  'deadlineNear',
  'deadlineOverdue',
] as const;

/** The list shows what stands; who asks for a state that is over, or for everything, gets it. */
export function openOnly(query: Record<string, unknown>): true | undefined {
  const state = query['state'];
  return query['open'] === 'all' || (state !== undefined && state !== '') ? undefined : true;
}
