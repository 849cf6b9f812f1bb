export default {
  report: '上报隐患',
  reportText: '一分钟：什么事、在哪里、多少人',
  begun: '有一份没报上去，点这里接着填',
  incident: '上报集体讨薪',
  incidentText: '一分钟：该知道的人马上收到通知',
  hazards: '没办结的隐患',
  hazardsText: '化解了登记，化解不了上报',
  register: '替工人登记投诉',
  registerText: '当面一起填，马上有编号和回执',
  list: '我登记的',
  listText: '看办到哪一步',
};
