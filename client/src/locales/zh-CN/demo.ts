export default {
  title: '演示收件箱',
  lead: '演示模式不会真的发短信和邮件，要发的内容都在这里。',
  phone: '手机号',
  empty: '还没有收到消息',
  emptyText: '在手机登录页获取验证码，或邀请一个账号，消息几秒后出现在这里。',
  openInbox: '在演示收件箱里看验证码',
};
