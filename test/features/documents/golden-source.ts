import type { DocumentKind } from '../../../server/core/contract/documents.ts';
import type { Typed } from '../../../server/core/documents/fill-document.ts';
import type { DocumentSource } from '../../../server/core/documents/source.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';

const RULE = '《保障农民工工资支付条例》第十一条';

/** One office, one complaint, one case, as the papers of the golden files speak of them. */
export const SOURCE: DocumentSource = {
  today: plainDate('2026-03-04'),
  office: {
    name: '文山市人力资源和社会保障局',
    shortName: '文山',
    phone: '0876-2120000',
    address: '文山市开化中路 1 号',
    reconsiderationBody: '文山市人民政府',
    court: '文山市人民法院',
    fineAccount: '文山市财政局非税账户',
    policeBody: '文山市公安局',
  },
  complaint: {
    receiptNumber: '202603020017',
    intakeKind: 'COMPLAINT',
    receivedOn: plainDate('2026-03-02'),
    acceptedOn: plainDate('2026-03-03'),
    complainantName: '张大山',
    phoneMasked: '138****0001',
    employerName: '文山建工集团有限公司',
    projectName: '阳光花园二期',
    site: '开化街道',
    payMonths: [payMonth('2025-12'), payMonth('2026-01')],
    headcount: 2,
    owedFen: fen(734_567),
    story: '两个月的工资没有发。',
    channelName: '来访',
    supplement: { question: '请写明用人单位的全称。', askedOn: plainDate('2026-03-03') },
    refusal: {
      ground: 'ALREADY_IN_ARBITRATION',
      reason: '该争议已由仲裁委员会受理。',
      whereInstead: '继续在仲裁委员会办理。',
      proposedOn: plainDate('2026-03-03'),
    },
    transferTo: '文山市住房和城乡建设局',
    transferReason: '属于工程款纠纷。',
  },
  case: {
    caseNumber: '文山劳监立字〔2026〕第 7 号',
    title: '文山建工拖欠工资',
    filedOn: plainDate('2026-03-03'),
    projectName: '阳光花园二期',
    headcount: 2,
    owedFen: fen(734_567),
    seenFen: fen(734_567),
    orders: [],
    receiptNumbers: ['202603020017'],
    channelNames: ['来访'],
    stories: ['两个月的工资没有发。'],
    investigationDueOn: plainDate('2026-05-29'),
    investigationExtendedTo: plainDate('2026-07-13'),
    extension: { reason: '账册在外省。', askedOn: plainDate('2026-05-20') },
    suspension: {
      ground: 'DEBTOR_ABSCONDED',
      reason: '负责人失去联系。',
      from: plainDate('2026-04-01'),
      clockStops: false,
    },
    suspensionGround: '欠薪人下落不明',
    closure: { code: 'PAID', statement: '下达指令书后单位付清全部工资。', askedOn: plainDate('2026-04-10') },
    closureName: '欠薪已全部付清',
  },
  respondent: {
    name: '文山建工集团有限公司',
    creditCode: '91532600MA6K00000X',
    address: '文山市七花路 8 号',
    legalRepresentative: '王建国',
  },
  claims: [
    { name: '李四', months: [payMonth('2025-12')], owedFen: fen(500_000), seenFen: fen(0) },
    { months: [payMonth('2026-01')], owedFen: fen(234_567), seenFen: fen(0) },
  ],
  inspectors: ['李明清', '王队员'],
  served: order(),
  papers: [order()],
};

function order(): DocumentSource['papers'][number] {
  return {
    kind: 'rectificationOrder',
    name: '限期改正指令书',
    documentNumber: '文山劳监责字〔2026〕第 1 号',
    addressee: '文山建工集团有限公司',
    issuedOn: plainDate('2026-03-04'),
    servedOn: plainDate('2026-03-05'),
    services: [
      {
        mode: '留置送达',
        handedOverOn: plainDate('2026-03-05'),
        servedOn: plainDate('2026-03-05'),
        servedBy: ['李明清', '王队员'],
        witness: '社区陈主任',
      },
    ],
    printed: { 当事人地址: '文山市七花路 8 号' },
  };
}

/** What an inspector types beside the record. */
export const TYPED: Partial<Record<DocumentKind, Typed>> = {
  supplementNotice: { 补正期限: '2026-03-16' },
  filingApproval: { 违反规定: RULE },
  inquiryNotice: { 询问日期: '2026-03-10', 询问时间: '上午九时' },
  rectificationOrder: { 违反规定: RULE, 改正期限: '2026-03-20' },
  priorNotice: { 违反规定: RULE, 拟作出的决定: '责令支付拖欠的工资', 陈述申辩期限: '2026-03-16' },
  handlingDecision: {
    违反规定: RULE,
    事实和证据: '工资支付台账、考勤记录。',
    履行方式和期限: '于2026年4月1日前转入工资专用账户',
  },
  penaltyDecision: {
    违反规定: RULE,
    事实和证据: '工资支付台账、考勤记录',
    处罚种类和依据: '罚款，依据《劳动保障监察条例》第三十条',
    罚款金额: '20000',
  },
  interviewRecord: {
    被询问人: '王建国',
    被询问人身份: '被投诉单位法定代表人',
    询问日期: '2026-03-10',
    询问起止时间: '9时至10时20分',
    询问地点: '文山市开化中路 1 号',
    询问内容: '问：两个月的工资为什么没有发？答：工程款没有到账。',
  },
  siteInspectionRecord: {
    检查日期: '2026-03-06',
    检查起止时间: '14时至15时',
    检查地点: '阳光花园二期项目部',
    在场人员: '项目经理赵某、劳资专管员钱某',
    检查情况: '考勤表齐全，工资支付台账缺2026年1月。',
  },
  evidencePreservationList: { 物品: '考勤本｜2025年度，蓝色封面｜2册\n工资发放表｜2025年10月至12月｜3页' },
  hearingNotice: { 违反规定: RULE },
  performanceDemand: {
    未履行内容: '支付2名劳动者工资7345.67元。',
    履行方式和期限: '转入劳动者本人银行账户',
  },
  courtEnforcementApplication: { 申请事项: '支付2名劳动者工资7345.67元' },
  withdrawalOfFiling: {
    办理过程及结果: '查阅台账、询问劳动者二人。',
    撤销理由: '违法行为轻微，已及时改正。',
  },
  arrearsStatement: { 测算依据: '考勤记录和约定工价' },
};

const decided: DocumentSource['papers'][number] = {
  ...order(),
  kind: 'handlingDecision',
  name: '行政处理决定书',
  documentNumber: '文山劳监理字〔2026〕第 1 号',
  issuedOn: plainDate('2026-01-20'),
  servedOn: plainDate('2026-01-21'),
};
const demanded: DocumentSource['papers'][number] = {
  ...order(),
  kind: 'performanceDemand',
  name: '履行行政决定催告书',
  documentNumber: '文山劳监催字〔2026〕第 2 号',
  issuedOn: plainDate('2026-02-10'),
  servedOn: plainDate('2026-02-11'),
};

/** What the record knows besides, for papers that come later or hang on a proceeding. */
export const BESIDES: Partial<Record<DocumentKind, Partial<DocumentSource>>> = {
  evidencePreservationList: {
    proceeding: { reason: '考勤本可能灭失', preservedOn: '2026-03-04', place: '文山市开化中路 1 号' },
  },
  hearingNotice: { proceeding: { intendedFen: 2_000_000 } },
  performanceDemand: { papers: [decided] },
  courtEnforcementApplication: { papers: [decided, demanded] },
  criminalTransferLetter: { proceeding: { police: '文山市公安局', report: '责令期满后转移财产。' } },
};
