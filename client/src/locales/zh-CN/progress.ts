export default {
  title: '正在进行的工作',
  running: '进行中',
  done: '已完成',
  failed: '失败',
  mayLeave: '可以离开，完成后通知你',
};
