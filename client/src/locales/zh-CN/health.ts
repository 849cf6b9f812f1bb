export default {
  lead: '存储、邮件、时钟、磁盘和定时任务现在怎么样。',
  again: '刷新',
  overall: '总体',
  versions: '版本',
  facts: '技术明细',
  level: { good: '正常', warning: '注意', bad: '故障', unknown: '没有数据' },
  check: {
    store: '存储',
    mail: '邮件',
    clock: '时钟',
    disk: '磁盘',
    jobs: '定时任务',
    calendar: '工作日历',
    parameters: '地区参数',
    eventChain: '事件链',
    keys: '密钥',
  },
};
