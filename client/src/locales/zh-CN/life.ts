export default {
  step: '{kind}：{step}',
  done: '已办理：{step}',
  facts: '已登记的内容和附件',
  files: '{count} 个附件',
  yuan: '元',
};
