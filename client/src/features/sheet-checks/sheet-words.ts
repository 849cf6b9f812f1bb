import type { SheetProblem } from '@core/contract/sheet-checks.ts';
import { useI18n } from 'vue-i18n';
import { useKnownWords } from '@/i18n/known-word.ts';

/** What a problem's place and its rule are called: the words of the workbook's own heading. */
export function useSheetWords(): {
  column: (problem: SheetProblem) => string;
  row: (problem: SheetProblem) => string;
  rule: (rule: string) => string;
} {
  const { t } = useI18n();
  const column = useKnownWords('sheets.column');
  const rule = useKnownWords('sheets.rule');
  return {
    column: (problem) =>
      problem.row === 0 ? '' : problem.column === undefined ? t('sheets.wholeRow') : column(problem.column),
    row: (problem) => (problem.row === 0 ? t('sheets.wholeSheet') : String(problem.row)),
    rule,
  };
}
