export default {
  button: '下载标准数据（JSON）',
  title: '国家数据标准',
  consequence: '下载该项目一个月的单位、班组、人员、考勤和工资数据。',
  reason: '查看完整身份信息的原因（可不填）',
  reasonHint: '不填时，身份证号、手机号和银行卡号会隐去；填写后按完整号码下载，并留下记录。',
  act: '下载',
};
