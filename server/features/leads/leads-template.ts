import { writeTemplate } from '../../platform/workbooks/index.ts';
import { LEAD_COLUMNS } from './leads-columns.ts';

const HINTS = [
  '每件一行；来件编号、姓名、诉求内容必须填写，用人单位、项目名称、项目编号、地点至少填写一项。',
  '同一个来件编号只接入一次；再次导入时内容有变化的，作为补充说明附到原件。',
  '接收日期是来件到达本机构的日期，受理期限从这一天起算；不填按导入当天。',
  '欠薪月份写成 2026-08、2026-09；不清楚的可以不填。',
  '匿名举报请在“登记”中逐件登记，不用这张表。',
];

/** An empty workbook of leads. */
export async function leadsTemplate(): Promise<{ name: string; bytes: Uint8Array }> {
  return {
    name: '线索导入模板.xlsx',
    bytes: await writeTemplate(LEAD_COLUMNS, [], { title: '线索', hints: HINTS }),
  };
}
