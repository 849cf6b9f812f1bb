import type { JointMeetingView } from '../contract/joint-meetings.ts';
import type { Paper, PaperBlock } from '../reports/paper.ts';

/** What the paper calls departments and areas. */
export interface PaperNames {
  readonly departmentOf: (code: string) => string;
  readonly areaName: string;
}

const AGENDA_WORDS = {
  overdueTask: '逾期任务',
  listedSupervision: '挂牌督办',
  redAlert: '红色预警',
  overdueCase: '超期案件',
  own: '其他议题',
} as const;

/**
 * The minutes of a joint meeting as a paper to be edited: day, place, who was there, what was spoken of, what was said, and
 * what was decided with department and day. Before the meeting it is the invitation with its agenda.
 */
export function minutesPaper(
  { title, plannedOn, departmentCodes, agenda, decisions, facts }: JointMeetingView,
  { departmentOf, areaName }: PaperNames,
): Paper {
  const given = (name: string): string =>
    String(facts.find(({ field }) => field.name === name)?.value ?? '').trim();
  const line = (label: string, text: string): PaperBlock[] =>
    text === '' ? [] : [{ is: 'text', text: `${label}：${text}` }];
  const section = (heading: string, text: string): PaperBlock[] =>
    text === ''
      ? []
      : [
          { is: 'heading', text: heading },
          ...text.split('\n').map((one) => ({ is: 'text', text: one }) as const),
        ];
  return {
    title: given('minutes') === '' ? `${title}议程` : `${title}纪要`,
    subtitle: `${areaName} ${given('heldOn') === '' ? plannedOn : given('heldOn')}`,
    blocks: [
      ...line('地点', given('place')),
      ...line('主持人', given('chair')),
      ...line('参加部门', departmentCodes.map(departmentOf).join('、')),
      ...line('出席', given('attended')),
      ...line('缺席', given('absent')),
      ...(agenda.length === 0
        ? []
        : [
            { is: 'heading', text: '议题' } as const,
            {
              ...({ is: 'table', caption: '' } as const),
              columns: [
                { heading: '类别', width: 20 },
                { heading: '事项', width: 60 },
                { heading: '日期', width: 20 },
              ],
              rows: agenda.map(({ kind, text, since }) => [AGENDA_WORDS[kind], text, since ?? '']),
            },
          ]),
      ...section('会议纪要', given('minutes')),
      ...(decisions.length === 0
        ? []
        : [
            { is: 'heading', text: '议定事项' } as const,
            {
              ...({ is: 'table', caption: '' } as const),
              columns: [
                { heading: '序号', width: 10 },
                { heading: '事项', width: 46 },
                { heading: '责任部门', width: 24 },
                { heading: '完成期限', width: 20 },
              ],
              rows: decisions.map(({ number, text, departmentCode, dueOn }) => [
                String(number),
                text,
                departmentOf(departmentCode),
                dueOn,
              ]),
            },
          ]),
    ],
  };
}
