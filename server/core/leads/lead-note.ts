import { maskCitizenId, maskPhone } from '../kit/mask.ts';
import { formatYuan } from '../kit/money.ts';
import type { MachineLead } from '../contract/leads.ts';

/** As much as one message holds, whatever characters it is made of. */
const LONGEST = 900;

/**
 * What a platform sent under a number it had used before, as notes to the office: every word of it, in as many messages
 * as that takes; of a person's numbers only so much that they can be compared with those on record.
 */
export function leadNotes(platform: string, lead: MachineLead): string[] {
  const { externalNumber, name, phone, citizenId, headcount, owedFen, payMonths = [] } = lead;
  const person: [string, string | undefined][] = [
    ['姓名', name],
    ['电话', phone && maskPhone(phone)],
    ['身份证号', citizenId && maskCitizenId(citizenId)],
  ];
  const lines: [string, string | undefined][] = [
    ...(lead.intakeKind === 'REPORT' ? [] : person),
    ['项目编号', lead.projectCode],
    ['项目', lead.projectName],
    ['用人单位', lead.employerName],
    ['地点', lead.site],
    ['地区', lead.areaCode],
    ['人数', headcount === undefined ? undefined : String(headcount)],
    ['欠薪金额（元）', owedFen === undefined ? undefined : formatYuan(owedFen)],
    ['欠薪月份', payMonths.join('、') || undefined],
    ['诉求', lead.story],
  ];
  const said = lines.flatMap(([what, value]) => (value === undefined ? [] : [`${what}：${value}`]));
  const letters = [...[`${platform}来件 ${externalNumber} 再次推送，内容有变化：`, ...said].join('\n')];
  const notes: string[] = [];
  for (let at = 0; at < letters.length; at += LONGEST) notes.push(letters.slice(at, at + LONGEST).join(''));
  return notes;
}
