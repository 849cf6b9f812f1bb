import type { DepartmentView } from '../../server/core/contract/areas.ts';

/**
 * Where the list comes from. The local report speaks of 31 member departments without naming them; this list is the
 * departments REG-7-1 names and the bureaus that usually sit beside them. An admin corrects it from the office's notice.
 */
const NAMED = '根据《保障农民工工资支付条例》第七条列明的部门整理，待联席会议办公室确认';
const USUAL = '按通常的联席会议成员单位整理（未见本地文件），待联席会议办公室确认';

type Row = readonly [code: string, name: string, nameEn: string, duty: string, dutyEn: string];

/** Departments whose part REG-7-1 gives. */
const NAMED_IN_REG_7: readonly Row[] = [
  [
    'hrss',
    '人力资源和社会保障局',
    'Human Resources and Social Security',
    '组织协调、监督检查，查处拖欠农民工工资案件',
    'Organises and inspects; investigates wage-arrears cases',
  ],
  [
    'housing',
    '住房和城乡建设局',
    'Housing and Urban-Rural Development',
    '房建市政项目监管；督办因违法发包、转包、违法分包、挂靠、拖欠工程款引发的案件',
    'Supervises building and municipal projects; drives cases caused by unlawful contracting or unpaid works',
  ],
  [
    'transport',
    '交通运输局',
    'Transport',
    '交通建设项目监管；督办因违法发包、转包、违法分包、挂靠、拖欠工程款引发的案件',
    'Supervises transport projects; drives cases caused by unlawful contracting or unpaid works',
  ],
  [
    'water',
    '水务局',
    'Water Resources',
    '水利建设项目监管；督办因违法发包、转包、违法分包、挂靠、拖欠工程款引发的案件',
    'Supervises water projects; drives cases caused by unlawful contracting or unpaid works',
  ],
  [
    'developmentReform',
    '发展和改革委员会',
    'Development and Reform',
    '政府投资项目审批与资金来源审查；信用信息',
    'Approves government projects and their funding; credit information',
  ],
  [
    'finance',
    '财政局',
    'Finance',
    '政府投资资金的预算和拨付监督',
    'Budgets government funds and watches their payment',
  ],
  [
    'publicSecurity',
    '公安局',
    'Public Security',
    '受理、侦办涉嫌拒不支付劳动报酬案件，处置因此引发的治安事件',
    'Investigates suspected refusal to pay; handles public-order incidents',
  ],
  ['justice', '司法局', 'Justice', '法律援助、普法和人民调解', 'Legal aid, legal education and mediation'],
  [
    'naturalResources',
    '自然资源和规划局',
    'Natural Resources and Planning',
    '按职责协助做好保障工资支付工作',
    'Assists within its duties',
  ],
  [
    'centralBank',
    '中国人民银行分支机构',
    'People’s Bank of China branch',
    '按职责协助；专用账户开立的管理',
    'Assists within its duties; rules for opening wage accounts',
  ],
  [
    'audit',
    '审计局',
    'Audit',
    '按职责协助；政府投资项目审计',
    'Assists within its duties; audits government projects',
  ],
  [
    'stateAssets',
    '国有资产监督管理委员会',
    'State-owned Assets',
    '按职责协助；督促国有企业支付',
    'Assists within its duties; presses state-owned firms to pay',
  ],
  ['taxation', '税务局', 'Taxation', '按职责协助做好保障工资支付工作', 'Assists within its duties'],
  [
    'marketRegulation',
    '市场监督管理局',
    'Market Regulation',
    '按职责协助；企业登记和信用公示信息',
    'Assists within its duties; registration and public credit data',
  ],
  [
    'financialRegulation',
    '国家金融监督管理总局分支机构',
    'National Financial Regulatory Administration branch',
    '按职责协助；监管银行保函和保险',
    'Assists within its duties; supervises guarantees and insurance',
  ],
];

/** Departments that usually sit in such meetings; no article is cited for them. */
const USUALLY_MEMBERS: readonly Row[] = [
  [
    'politicalLegal',
    '党委政法委员会',
    'Political and Legal Affairs Committee',
    '协调公检法联动处置',
    'Coordinates police, prosecution and courts',
  ],
  ['publicity', '党委宣传部', 'Publicity Department', '政策宣传和舆情引导', 'Publicity and public opinion'],
  [
    'petition',
    '信访局',
    'Letters and Calls',
    '受理、转送欠薪信访事项',
    'Receives and passes on petitions about wages',
  ],
  ['court', '人民法院', 'People’s Court', '审理和执行欠薪案件', 'Tries wage cases and enforces decisions'],
  [
    'procuratorate',
    '人民检察院',
    'People’s Procuratorate',
    '立案监督和支持起诉',
    'Watches over case filing; supports suits',
  ],
  [
    'tradeUnion',
    '总工会',
    'Federation of Trade Unions',
    '维护职工权益，提供法律服务和帮扶',
    'Protects workers; legal service and relief',
  ],
  [
    'education',
    '教育体育局',
    'Education and Sports',
    '督促本行业建设项目按时支付',
    'Watches payment on projects of its field',
  ],
  [
    'industry',
    '工业和信息化局',
    'Industry and Information Technology',
    '督促本行业企业和项目按时支付',
    'Watches payment by firms and projects of its field',
  ],
  [
    'agriculture',
    '农业农村局',
    'Agriculture and Rural Affairs',
    '督促农业农村建设项目按时支付',
    'Watches payment on rural projects',
  ],
  [
    'forestry',
    '林业和草原局',
    'Forestry and Grassland',
    '督促林草建设项目按时支付',
    'Watches payment on forestry projects',
  ],
  [
    'ecology',
    '生态环境局',
    'Ecology and Environment',
    '督促生态环保项目按时支付',
    'Watches payment on environmental projects',
  ],
  [
    'commerce',
    '商务局',
    'Commerce',
    '督促商贸企业和项目按时支付',
    'Watches payment by trading firms and projects',
  ],
  [
    'culture',
    '文化和旅游局',
    'Culture and Tourism',
    '督促文旅项目按时支付',
    'Watches payment on culture and tourism projects',
  ],
  [
    'health',
    '卫生健康委员会',
    'Health',
    '督促医疗卫生建设项目按时支付',
    'Watches payment on health projects',
  ],
  [
    'emergency',
    '应急管理局',
    'Emergency Management',
    '督促矿山、危化等企业按时支付',
    'Watches payment by mines and chemical firms',
  ],
  [
    'cityManagement',
    '城市管理综合执法局',
    'Urban Management',
    '督促城市管理项目按时支付',
    'Watches payment on urban management projects',
  ],
];

export function departmentsOf(areaCode: string): DepartmentView[] {
  const view = ([code, name, nameEn, duty, dutyEn]: Row) => ({ code, name, nameEn, areaCode, duty, dutyEn });
  return [
    ...NAMED_IN_REG_7.map((row) => ({ ...view(row), dutyCite: 'REG-7-1', source: NAMED })),
    ...USUALLY_MEMBERS.map((row) => ({ ...view(row), source: USUAL })),
  ];
}
