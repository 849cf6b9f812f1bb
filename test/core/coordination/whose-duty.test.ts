import assert from 'node:assert/strict';
import { whoseDuty } from '../../../server/core/coordination/whose-duty.ts';
import type { PeriodId } from '../../../server/core/law/periods.ts';

const TABLE: Readonly<Record<ReturnType<typeof whoseDuty>, readonly PeriodId[]>> = {
  office: ['acceptance', 'investigation', 'decision', 'service', 'courtEnforcement'],
  party: ['rectification', 'proofDemand', 'finePayment', 'performanceDemand'],
  police: ['policeDecision'],
};

describe('whose it was to keep a period of a case', () => {
  it('the officer is named for the office’s own periods and for no order that a company did not follow', () => {
    for (const [whose, periods] of Object.entries(TABLE))
      assert.deepEqual([whose, ...periods.map(whoseDuty)], [whose, ...periods.map(() => whose)]);
  });
});
