/** What the rarer pages about a receipt say: rating, taking back, and a stranger’s check. */
export default {
  rate: {
    ask: '这次办得怎么样？',
    hint: '例如：办得快，就点五颗星。',
    star: { 5: '很满意', 4: '满意', 3: '一般', 2: '不满意', 1: '很不满意' },
    words: '还想说什么（可以不写）',
    missing: '请点一行星星',
    done: '谢谢您打分',
  },
  withdraw: {
    ask: '为什么要撤回？',
    hint: '例如：工钱已经全部拿到了。',
    warning: '撤回以后，我们就不再替您要钱。有人逼您撤，不要撤，打 12333 告诉我们。工作人员会先打电话问您。',
    reason: { paid: '工钱已经全部拿到了', agreed: '和老板说好了怎么付', mistake: '填错了' },
    own: '或者自己写',
    missing: '请点一个原因，或者写几个字',
    send: '我要撤回',
    keep: '不撤了，接着办',
    done: '知道了，工作人员会打电话跟您确认',
  },
  genuine: {
    title: '回执核对',
    yes: '这是真的回执',
    yesText: '由本系统发出，没有改动过。',
    no: '核对不上',
    noText: '号码或二维码不对，可能是假的，或者抄错了。有疑问请打 12333。',
    number: '回执号',
    office: '收件单位',
    day: '收到日期',
    mine: '这是我的，看办到哪一步',
  },
};
