import assert from 'node:assert/strict';
import type { ClosureCode } from '../../../server/core/contract/cases.ts';
import { plainDate as on } from '../../../server/core/kit/plain-date.ts';
import { weighsOn } from '../../../server/features/safeguards/contractors-record.ts';

/** A contract signed on 3 March 2026: the year before it began on 3 March 2025. */
describe('a case in the year before a small contract (BON-6)', () => {
  const CASES: [
    title: string,
    filed: string,
    closed: [string, ClosureCode] | undefined,
    ordered: boolean,
    weighs: boolean,
  ][] = [
    ['of the first day of the year, still open', '2025-03-03', undefined, false, true],
    ['of the day of the contract', '2026-03-03', undefined, false, true],
    ['of the day after it', '2026-03-04', undefined, true, false],
    ['in which nothing was found', '2025-06-01', ['2025-08-01', 'NOT_FOUND'], false, false],
    ['about money that is no wages', '2025-06-01', ['2025-08-01', 'NOT_WAGES'], false, false],
    ['that was withdrawn', '2025-06-01', ['2025-08-01', 'WITHDRAWN'], false, false],
    ['that ended paid', '2025-06-01', ['2025-08-01', 'PAID'], true, true],
    ['of the year before, paid before the year began', '2024-10-01', ['2025-03-02', 'PAID'], true, false],
    ['of the year before, paid within it', '2024-10-01', ['2025-03-03', 'PAID'], true, true],
    ['of the year before, ordered and still unpaid', '2024-10-01', undefined, true, true],
    ['of the year before, nothing found yet', '2024-10-01', undefined, false, false],
  ];
  for (const [title, filed, closed, ordered, weighs] of CASES)
    it(`one ${title}: ${weighs ? 'arrears' : 'none'}`, () => {
      const order = {
        servedOn: on(filed),
        rectifyBy: on('2026-12-31'),
        mode: 'DIRECT',
        demands: '',
        fileIds: [],
      } as const;
      const one = {
        ...{ filedOn: on(filed), orders: ordered ? [{ ...order, fileIds: [] }] : [] },
        ...(closed === undefined ? {} : { closedOn: on(closed[0]), closureCode: closed[1] }),
      };
      assert.equal(weighsOn(one, on('2025-03-03'), on('2026-03-03')), weighs);
    });
});
