export default {
  greeting: '{name}，您好',
  openPages: '现在可以用',
  comingTitle: '接下来会出现在这里',
  comingLead: '下面这些工作还没有上线。每一项说明将来会看到什么，以及第一步是什么。',
  firstStep: '第一步：{step}',
};
