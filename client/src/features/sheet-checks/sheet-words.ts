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
  const known = useKnownWords('sheets.column');
  /** Columns of a month are its days: d1 to d31. */
  const column = (name: string): string => {
    const day = /^d(\d{1,2})$/.exec(name)?.[1];
    return day === undefined ? known(name) : t('sheets.column.day', { day });
  };
  const rule = useKnownWords('sheets.rule');
  return {
    column: (problem) =>
      problem.row === 0 ? '' : problem.column === undefined ? t('sheets.wholeRow') : column(problem.column),
    row: (problem) => (problem.row === 0 ? t('sheets.wholeSheet') : String(problem.row)),
    rule,
  };
}
