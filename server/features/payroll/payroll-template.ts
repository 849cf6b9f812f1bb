import type { PayrollScope } from '../../core/contract/payroll.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { writeTemplate } from '../../platform/workbooks/index.ts';
import { PAYROLL_COLUMNS } from './payroll-columns.ts';
import { requireFiling } from './payroll-scope.ts';
import { prefilledRows } from './prefill-payroll.ts';
import { cellsOf } from './read-row.ts';

const HINTS = [
  '每人一行；姓名、身份证号、出勤天数、应发工资、实发工资必须填写。',
  '应发工资 = 出勤天数 × 日工资（或计件数量 × 计件单价）+ 加班工资 + 津贴补贴 + 补发工资。',
  '实发工资 = 应发工资 − 预支 − 各项扣款。',
  '银行卡号可以不填：不填时发到花名册上本人的卡。',
  '“其他扣款”必须写明依据的法律规定；“赔偿扣款”不得超过当月工资的 20%，且剩余部分不得低于最低工资。',
  '本人签字一栏有内容即视为已签字。',
  '请填数值，不要用公式；可以删去不用的列，列的先后不限。',
];

/**
 * The team's month as a workbook to fill in, with everybody of the roster and the days of the attendance. It holds the
 * citizen numbers that its rows are known by, so taking it is an event; cards stay on the roster.
 */
export async function payrollTemplate(
  scope: PayrollScope,
  ctx: Ctx,
): Promise<{ name: string; bytes: Uint8Array }> {
  const filing = await requireFiling(scope, ctx);
  const rows = await prefilledRows(filing, 'attendance');
  const cells = rows.map(({ person, entry }) => {
    const { citizenId } = person;
    return cellsOf({ ...entry, ...(citizenId === undefined ? {} : { citizenId }) });
  });
  const { project, team, payMonth } = filing;
  await inTransaction(async () => {
    await appendEvent(
      {
        subject: `project:${project.id}`,
        areaCode: project.areaCode,
        action: 'payroll.templateTaken',
        facts: { teamId: team.id, payMonth, people: rows.length },
      },
      ctx,
    );
  });
  const bytes = await writeTemplate(PAYROLL_COLUMNS, cells, { title: `${payMonth} 工资表`, hints: HINTS });
  return { name: `${team.name} ${payMonth} 工资表.xlsx`, bytes };
}
