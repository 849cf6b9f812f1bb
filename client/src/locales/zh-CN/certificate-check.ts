export default {
  title: '核验信用记录证明',
  valid: '这份证明真实有效',
  expired: '这份证明已过有效期',
  revoked: '这份证明已被撤销',
  compare: '请核对单位名称、信用代码、编号和日期是否与手中证明一致。',
  no: '查不到这份证明',
  noText: '核验码不是本系统签发的，或输入有误。请联系证明上写明的机关核实。',
  company: '单位名称',
  creditCode: '统一社会信用代码',
  number: '编号',
  issuedOn: '出具日期',
};
