import type { SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { checkEntry } from '../../core/pay/check-entry.ts';
import { checkSheet } from '../../core/pay/check-sheet.ts';
import type { PayrollRow } from '../../core/pay/payroll-row.ts';
import type { PayrollFinding } from '../../core/pay/payroll-rules.ts';
import { wordFinding } from '../../core/pay/payroll-rules.ts';
import { inSlices } from '../sheet-checks/index.ts';
import { PAYROLL_FLOW } from './payroll.flow.ts';
import type { FactsScope, PayrollFacts } from './payroll-facts.ts';
import { gatherFacts } from './payroll-facts.ts';
import { findStandingSheet } from './payroll-sheet.model.ts';

/** What was found, with the facts it was held against: filing needs them again. */
export interface CheckedPayroll {
  rows: PayrollRow[];
  facts: PayrollFacts;
  problems: SheetProblem[];
}

/** What the rows of a team's month are held against; the rows themselves are not needed to ask for it. */
export interface PayrollRecords {
  facts: PayrollFacts;
  revision: PayrollFinding[];
}

export async function recordsOf(scope: FactsScope, { today }: { today: PlainDate }): Promise<PayrollRecords> {
  // The short question first: it would wait behind the long ones.
  const [revision, facts] = await Promise.all([aboutRevision(scope), gatherFacts(scope, today)]);
  return { facts, revision };
}

/**
 * Every check of a payroll, the same for a workbook, typed rows and the command line. Rows first, in slices so that
 * others do not wait, then what only shows over the whole sheet. In the order of the sheet, what blocks before what does not.
 */
export async function checkPayroll(
  rows: PayrollRow[],
  { facts, revision }: PayrollRecords,
): Promise<CheckedPayroll> {
  const found = [...revision];
  found.push(...checkSheet(rows, facts.people, facts.month));
  await inSlices(rows, (row) => {
    const person = row.personKey === null ? undefined : facts.people.get(row.personKey);
    for (const finding of checkEntry(row, person, facts.month)) found.push(finding);
  });
  found.sort((a, b) => a.row - b.row);
  const problems: SheetProblem[] = [];
  await inSlices(found, (finding) => void problems.push(wordFinding(finding, facts.levels)));
  return { rows, facts, problems };
}

/** A month that is on record already is filed anew, as long as no money is on its way. */
async function aboutRevision({ teamId, payMonth }: FactsScope): Promise<PayrollFinding[]> {
  if (teamId === undefined) return [];
  const standing = await findStandingSheet(teamId, payMonth);
  if (standing === null) return [];
  if (!('revise' in PAYROLL_FLOW[standing.state])) return [{ row: 0, rule: 'sheet.alreadySent' }];
  return [{ row: 0, rule: 'sheet.supersedes', facts: { revision: standing.revision } }];
}

export const isBlocking = ({ level }: Pick<SheetProblem, 'level'>): boolean => level === 'block';
