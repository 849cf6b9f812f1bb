import { formatYuan } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { PartyRole } from '../../core/contract/projects.ts';
import type { PdfDocument } from '../../platform/pdf/index.ts';
import type { BoardContent } from './board-content.ts';

type Margin = [number, number, number, number];
type Row = [label: string, value: string];

const PARTIES: readonly [role: PartyRole, label: string][] = [
  ['projectOwner', '建设单位'],
  ['generalContractor', '施工总承包单位'],
  ['subcontractor', '分包单位'],
  ['labourSubcontractor', '劳务分包单位'],
];

/** What the QR opens, and what a phone without a camera types in. */
export interface BoardAddress {
  signed: string;
  short: string;
}

/** The more letters the parties' names have, the smaller it is set: one page, even for a site of thirty firms. */
const SIZES: readonly [lettersUpTo: number, points: number][] = [
  [150, 17],
  [400, 14],
  [Number.POSITIVE_INFINITY, 10.5],
];

/** The sheet that hangs at the gate: the three blocks of the article, and a QR that proves it is ours. @law REG-34-1 */
export function boardDocument(board: BoardContent, address: BoardAddress, printedOn: PlainDate): PdfDocument {
  const letters = board.parties.reduce((sum, { name }) => sum + name.length, 0);
  const points = SIZES.find(([upTo]) => letters <= upTo)?.[1] ?? 10.5;
  return {
    title: `维权信息告示牌 ${board.projectName}`,
    size: 'A3',
    fontSize: points,
    margins: [48, 40, 48, 36],
    withoutPageNumbers: true,
    styles: {
      title: { fontSize: 42, bold: true },
      project: { fontSize: 23, margin: [0, 6, 0, 0] },
      block: { fontSize: 20, bold: true, color: '#ffffff', fillColor: '#1d4ed8' },
      label: { color: '#374151' },
      small: { fontSize: 14, margin: [0, 6, 0, 0] },
      address: { fontSize: 10, margin: [0, 4, 0, 0] },
    },
    content: [
      {
        columns: [
          {
            width: '*',
            stack: [
              { text: '农民工工资维权信息告示牌', style: 'title' },
              { text: board.projectName, style: 'project' },
              { text: '没按时足额拿到工资？可拨打下面的电话，也可扫右边二维码反映。', style: 'small' },
              { text: `项目编号 ${board.code}　打印日期 ${printedOn}`, style: 'small' },
            ],
          },
          {
            width: 170,
            stack: [
              { qr: address.signed, fit: 160, eccLevel: 'M' },
              { text: `扫不了码，可在手机上输入：\n${address.short}`, style: 'address' },
            ],
          },
        ],
        margin: [0, 0, 0, 14],
      },
      block('一、单位与人员', partyRows(board), points),
      block('二、工资标准与支付', wageRows(board), points),
      block('三、投诉举报与法律援助', channelRows(board), points),
    ],
  };
}

function partyRows(board: BoardContent): Row[] {
  const rows = PARTIES.flatMap(([role, label]): Row[] => {
    const names = board.parties.flatMap((party) => (party.role === role ? [party.name] : []));
    return names.length === 0 ? [] : [[label, names.join('；')]];
  });
  const { projectDepartment, industryDepartment, labourOfficer } = board;
  return [
    ...rows,
    ['项目部', `${projectDepartment?.name ?? ''}　负责人：${projectDepartment?.managerName ?? ''}`],
    ['行业主管部门', industryDepartment ?? ''],
    ['劳资专管员', `${labourOfficer?.name ?? ''}　电话：${labourOfficer?.phone ?? ''}`],
    ['工地位置', board.site],
  ];
}

function wageRows(board: BoardContent): Row[] {
  const { minimumWageMonthlyFen: monthly, minimumWageHourlyFen: hourly } = board;
  const wages = [
    ...(monthly === undefined ? [] : [`每月 ${formatYuan(monthly)} 元`]),
    ...(hourly === undefined ? [] : [`每小时 ${formatYuan(hourly)} 元`]),
  ];
  const month = board.payDayIn === 'next' ? '上月' : '当月';
  return [
    ['当地最低工资标准', wages.join('；')],
    ['工资支付日期', `每月 ${board.payDay ?? ''} 日支付${month}工资，遇法定节假日或休息日提前支付`],
  ];
}

const channelRows = (board: BoardContent): Row[] => [
  ['行业主管部门投诉举报电话', board.industryPhone ?? ''],
  ['劳动保障监察投诉举报电话', board.inspectionPhone ?? ''],
  ['劳动争议调解仲裁申请渠道', board.arbitrationChannel ?? ''],
  ['法律援助申请渠道', board.legalAidChannel ?? ''],
  ['公共法律服务热线', board.legalServiceHotline ?? ''],
];

const block = (title: string, rows: readonly Row[], points: number) => {
  const padding: Margin = [8, points * 0.4, 8, points * 0.4];
  return {
    table: {
      widths: [230, '*'],
      headerRows: 1,
      body: [
        [{ text: title, style: 'block', colSpan: 2, margin: padding }, {}],
        ...rows.map(([label, value]) => [
          { text: label, style: 'label', margin: padding },
          { text: value, margin: padding },
        ]),
      ],
    },
    margin: [0, 0, 0, 12] as Margin,
  };
};
