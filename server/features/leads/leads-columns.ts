import type { SheetColumn } from '../../core/contract/sheet-checks.ts';

/** More than a desk is handed at a time; what is larger comes in parts, because all of a workbook is stored at once. */
export const MOST_ROWS = 300;

/** The columns of a workbook of leads, with the headings platforms give them. */
export const LEAD_COLUMNS: readonly SheetColumn[] = [
  {
    ...{ key: 'externalNumber', zh: '来件编号', en: 'Number there', kind: 'text', required: true, width: 22 },
    aliases: ['工单编号', '工单号', '线索编号', '编号'],
  },
  {
    ...{ key: 'name', zh: '姓名', en: 'Name', kind: 'text', required: true, width: 10 },
    aliases: ['诉求人', '来电人', '投诉人', '反映人'],
  },
  {
    ...{ key: 'phone', zh: '联系电话', en: 'Phone', kind: 'identity', width: 14 },
    aliases: ['电话', '手机号', '手机', '来电号码'],
  },
  {
    ...{ key: 'citizenId', zh: '身份证号', en: 'Citizen number', kind: 'identity', width: 22 },
    aliases: ['身份证号码', '身份证', '证件号码'],
  },
  {
    ...{ key: 'employerName', zh: '用人单位', en: 'Employer', kind: 'text', width: 24 },
    aliases: ['被投诉单位', '被反映单位', '单位名称', '企业名称'],
  },
  {
    ...{ key: 'projectName', zh: '项目名称', en: 'Project', kind: 'text', width: 24 },
    aliases: ['项目', '工程名称'],
  },
  { key: 'projectCode', zh: '项目编号', en: 'Project number', kind: 'identity', width: 14 },
  { key: 'site', zh: '地点', en: 'Place', kind: 'text', width: 20, aliases: ['地址', '事发地点'] },
  {
    ...{ key: 'areaCode', zh: '区划代码', en: 'Area', kind: 'identity', width: 14 },
    aliases: ['地区代码', '行政区划代码'],
  },
  { key: 'headcount', zh: '人数', en: 'People', kind: 'number', width: 8, aliases: ['涉及人数'] },
  {
    ...{ key: 'owedFen', zh: '欠薪金额（元）', en: 'Owed (yuan)', kind: 'amount', width: 14 },
    aliases: ['欠薪金额', '涉及金额', '金额'],
  },
  {
    ...{ key: 'payMonths', zh: '欠薪月份', en: 'Months', kind: 'text', width: 20 },
    aliases: ['拖欠月份'],
  },
  {
    ...{ key: 'receivedOn', zh: '接收日期', en: 'Received', kind: 'day', width: 12 },
    aliases: ['转办日期', '派单日期', '交办日期'],
  },
  {
    ...{ key: 'story', zh: '诉求内容', en: 'What it is about', kind: 'text', required: true, width: 60 },
    ...{ longest: 5000, aliases: ['内容', '反映内容', '诉求', '工单内容'] },
  },
];
