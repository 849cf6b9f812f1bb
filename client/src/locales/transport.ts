/** In both languages at once, shaped like the server's own problems, so that one component shows either. */
export const locales = {
  offline: {
    messages: { zh: '连不上服务器', en: 'The server cannot be reached' },
    next: {
      zh: '请检查网络后重试；您填写的内容还在这一页上',
      en: 'Check the network and try again; what you typed is still on this page',
    },
  },
  unreadable: {
    messages: {
      zh: '服务器的回答没有收全，看不出结果',
      en: 'The answer of the server was cut short or could not be read',
    },
    next: {
      zh: '请刷新页面；如果刚提交过内容，先看是否已经保存，再决定要不要重交',
      en: 'Reload the page; if you had just sent something, see first whether it was saved',
    },
  },
  invalidInput: {
    messages: { zh: '有一处填写不对', en: 'One field is not right' },
    next: { zh: '请按提示修改后再提交', en: 'Correct it and submit again' },
  },
};

/** Sentences for values that cannot be read at all and so never reach the server. */
export const unreadableValue = {
  fen: { zh: '请填写金额，例如 1990.00', en: 'Give an amount, e.g. 1990.00' },
  basisPoints: {
    zh: '请填写百分比，最多两位小数，例如 2.5',
    en: 'Give a percentage with at most two decimals, e.g. 2.5',
  },
  number: { zh: '请填写整数', en: 'Give a whole number' },
  text: { zh: '请填写内容', en: 'Give a text' },
  json: { zh: '请按示例的格式填写（JSON）', en: 'Write it in the form of the example (JSON)' },
};
