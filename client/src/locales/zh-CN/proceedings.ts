export default {
  tab: '办理程序',
  intro: '处理决定、处罚、移送、垫付等与案件主线并行的程序，各有期限和文书。',
  open: '启动办理程序',
  openThis: '启动',
  opened: '已启动',
  none: '还没有办理程序。',
  numbered: '{name} · 第 {number} 件',
  since: '{day} 启动',
  limitation: '二年时效',
};
