import { plainDate, type PlainDate } from '../kit/plain-date.ts';

/** A statute, order, notice or standard that rules are taken from. */
export type Instrument = {
  /** Its title without brackets; absent where only the number is certain enough to print. */
  readonly zh?: string;
  readonly en?: string;
  /** Its document number as printed. */
  readonly number?: string;
  readonly numberEn?: string;
  readonly inForceFrom?: PlainDate;
  readonly inForceUntil?: PlainDate;
  /** The official page, where one is known. */
  readonly link?: string;
  /** Province code of a local text; national when absent. */
  readonly region?: string;
};

/** Every text the rules cite. A date or link that has not been read at the source is left out, not guessed. */
export const INSTRUMENTS = {
  wageRegulation: {
    zh: '保障农民工工资支付条例',
    en: 'Regulation on Ensuring Wage Payment to Migrant Workers',
    number: '国务院令第724号',
    numberEn: 'State Council Order No. 724',
    inForceFrom: plainDate('2020-05-01'),
  },
  wagePaymentRules: { zh: '工资支付暂行规定', en: 'Interim Provisions on Wage Payment' },
  labourLaw: { zh: '中华人民共和国劳动法', en: 'Labour Law' },
  labourContractLaw: { zh: '中华人民共和国劳动合同法', en: 'Labour Contract Law' },
  workTimeNotice2025: {
    zh: '关于职工全年月平均工作时间和工资折算问题的通知',
    en: 'Notice on average monthly working time and conversion of wages',
    number: '人社部发〔2025〕2号',
    inForceFrom: plainDate('2025-01-01'),
    link: 'https://www.mohrss.gov.cn/xxgk2020/fdzdgknr/zcfg/gfxwj/ldgx/202501/t20250101_533693.html',
  },
  workTimeNotice2008: {
    zh: '关于职工全年月平均工作时间和工资折算问题的通知',
    en: 'Notice on average monthly working time and conversion of wages',
    number: '劳社部发〔2008〕3号',
    inForceUntil: plainDate('2024-12-31'),
  },
  overageOrder: {
    number: '人力资源社会保障部令第56号',
    numberEn: 'MOHRSS Order No. 56',
    inForceFrom: plainDate('2026-07-01'),
    link: 'https://www.mohrss.gov.cn/xxgk2020/gzk/gz/202605/t20260525_576849.html',
  },
  accountMeasures: {
    zh: '工程建设领域农民工工资专用账户管理暂行办法',
    en: 'Interim Measures for wage accounts of migrant workers in construction',
    number: '人社部发〔2021〕53号',
    inForceFrom: plainDate('2021-07-07'),
  },
  bondRules: {
    zh: '工程建设领域农民工工资保证金规定',
    en: 'Provisions on wage bonds of migrant workers in construction',
    number: '人社部发〔2021〕65号',
  },
  listMeasures: {
    zh: '拖欠农民工工资失信联合惩戒对象名单管理暂行办法',
    en: 'Interim Measures for the joint-punishment list of parties in arrears with migrant workers',
    number: '人力资源社会保障部令第45号',
    numberEn: 'MOHRSS Order No. 45',
    inForceFrom: plainDate('2022-01-01'),
    link: 'https://www.mohrss.gov.cn/xxgk2020/gzk/gz/202112/t20211229_431810.html',
  },
  inspectionRegulation: {
    zh: '劳动保障监察条例',
    en: 'Regulation on Labour Security Inspection',
    number: '国务院令第423号',
    numberEn: 'State Council Order No. 423',
    inForceFrom: plainDate('2004-12-01'),
  },
  inspectionRules: {
    zh: '关于实施〈劳动保障监察条例〉若干规定',
    en: 'Provisions on implementing the Regulation on Labour Security Inspection',
    number: '劳动和社会保障部令第25号',
    numberEn: 'MOLSS Order No. 25',
    inForceFrom: plainDate('2005-02-01'),
  },
  penaltyLaw: { zh: '中华人民共和国行政处罚法', en: 'Administrative Penalty Law' },
  coercionLaw: { zh: '中华人民共和国行政强制法', en: 'Administrative Coercion Law' },
  reconsiderationLaw: { zh: '中华人民共和国行政复议法', en: 'Administrative Reconsideration Law' },
  adminLitigationLaw: { zh: '中华人民共和国行政诉讼法', en: 'Administrative Litigation Law' },
  civilProcedureLaw: { zh: '中华人民共和国民事诉讼法', en: 'Civil Procedure Law' },
  civilCode: { zh: '中华人民共和国民法典', en: 'Civil Code' },
  arbitrationLaw: {
    zh: '中华人民共和国劳动争议调解仲裁法',
    en: 'Law on Mediation and Arbitration of Labour Disputes',
  },
  criminalLaw: { zh: '中华人民共和国刑法', en: 'Criminal Law' },
  crimeInterpretation: {
    zh: '最高人民法院关于审理拒不支付劳动报酬刑事案件适用法律若干问题的解释',
    en: 'Judicial interpretation on the crime of refusing to pay labour remuneration',
    number: '法释〔2013〕3号',
  },
  crimeNotice: { number: '人社部发〔2014〕100号' },
  transferRules: {
    zh: '行政执法机关移送涉嫌犯罪案件的规定',
    en: 'Provisions on transferring suspected criminal cases by administrative agencies',
    number: '国务院令第310号',
    numberEn: 'State Council Order No. 310',
  },
  publicationMeasures: {
    number: '人力资源社会保障部令第29号',
    numberEn: 'MOHRSS Order No. 29',
    inForceFrom: plainDate('2017-01-01'),
  },
  gradeMeasures: { number: '人社部规〔2016〕1号', inForceFrom: plainDate('2017-01-01') },
  realNameMeasures: { number: '建市〔2019〕18号' },
  realNameNotice2022: { number: '建市〔2022〕59号', inForceFrom: plainDate('2022-08-02') },
  provincialPlatformGuide: {
    zh: '工程建设领域农民工工资支付监控预警省级平台业务指引',
    en: 'Guide for provincial monitoring and warning platforms',
    number: '国治欠办发〔2021〕5号',
  },
  assessmentMeasures: { number: '国办发〔2023〕33号' },
  arrearsOpinion: { number: '国办发〔2016〕1号' },
  hotlineOpinion: { number: '国办发〔2020〕53号' },
  petitionRegulation: { zh: '信访工作条例', en: 'Regulation on Petition Work' },
  holidayMeasures: {
    zh: '全国年节及纪念日放假办法',
    en: 'Measures for national festivals and memorial days',
  },
  personalInformationLaw: { zh: '中华人民共和国个人信息保护法', en: 'Personal Information Protection Law' },
  zhejiangInspection: {
    zh: '浙江省劳动保障监察条例',
    en: 'Zhejiang Regulation on Labour Security Inspection',
    region: '33',
  },
  gb11643: { number: 'GB 11643-1999' },
  gb32100: { number: 'GB 32100-2015' },
  gb2260: { number: 'GB/T 2260' },
} as const satisfies Record<string, Instrument>;

/** The name of one instrument in the table. */
export type InstrumentId = keyof typeof INSTRUMENTS;
