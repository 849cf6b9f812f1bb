import type { WorkType } from '../contract/roster.ts';

/**
 * A dictionary as it was published. Codes are text; a new edition joins the list, an old one stays, because records keep
 * the code they were written with.
 */
export interface WorkTypeEdition {
  version: string;
  types: readonly WorkType[];
}

const type = (code: string, zh: string): WorkType => ({ code, zh });

/**
 * The national dictionary of the platform for construction workers; 260 and 370 are not given out. UNVERIFIED as text: as
 * public programs that talk to the platform carry it.
 */
const NATIONAL: WorkTypeEdition = {
  version: '2019',
  types: [
    type('010', '砌筑工'),
    type('020', '钢筋工'),
    type('030', '架子工'),
    type('040', '混凝土工'),
    type('050', '模板工'),
    type('060', '机械设备安装工'),
    type('070', '通风工'),
    type('080', '安装起重工'),
    type('090', '安装钳工'),
    type('100', '电气设备安装调试工'),
    type('110', '管道工'),
    type('120', '变电安装工'),
    type('130', '建筑电工'),
    type('140', '司泵工'),
    type('150', '挖掘铲运和桩工机械司机'),
    type('160', '桩机操作工'),
    type('170', '起重信号工'),
    type('180', '建筑起重机械安装拆卸工'),
    type('190', '装饰装修工'),
    type('200', '室内成套设施安装工'),
    type('210', '建筑门窗幕墙安装工'),
    type('220', '幕墙制作工'),
    type('230', '防水工'),
    type('240', '木工'),
    type('250', '石工'),
    type('270', '电焊工'),
    type('280', '爆破工'),
    type('290', '除尘工'),
    type('300', '测量放线工'),
    type('310', '线路架设工'),
    type('320', '古建筑传统石工'),
    type('330', '古建筑传统瓦工'),
    type('340', '古建筑传统彩画工'),
    type('350', '古建筑传统木工'),
    type('360', '古建筑传统油工'),
    type('380', '金属工'),
    type('390', '杂工'),
    type('900', '管理人员'),
    type('1000', '其它'),
  ],
};

/** Codes cities have added below the national ones, read beside every edition. */
const EXTENSIONS: readonly WorkType[] = [
  type('193', '镶贴工'),
  type('211', '幕墙安装工'),
  type('401', '水暖工'),
];

/** Newest last. */
export const WORK_TYPE_EDITIONS: readonly WorkTypeEdition[] = [NATIONAL];

/** Every work type a record may carry today: the newest edition with its extensions, in the order of the codes. */
export const WORK_TYPES: readonly WorkType[] = [
  ...(WORK_TYPE_EDITIONS.at(-1)?.types ?? []),
  ...EXTENSIONS,
].sort((a, b) => Number(a.code) - Number(b.code));

const BY_CODE = new Map(
  [...WORK_TYPE_EDITIONS.flatMap(({ types }) => types), ...EXTENSIONS].map((one) => [one.code, one]),
);
const BY_NAME = new Map([...BY_CODE.values()].map((one) => [one.zh, one]));

/** The work type with this code in any edition; undefined when no edition has it. */
export const findWorkType = (code: string): WorkType | undefined => BY_CODE.get(code);

/**
 * What a roster writes for a work type: its code, with or without the leading zero, or its name.
 * @example readWorkType('钢筋工') // 020
 */
export function readWorkType(text: string): WorkType | undefined {
  const written = text.trim();
  return BY_CODE.get(written) ?? BY_NAME.get(written) ?? BY_CODE.get(written.padStart(3, '0'));
}
