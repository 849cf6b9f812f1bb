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
    messages: { zh: '服务器的回答无法识别', en: 'The answer of the server could not be read' },
    next: { zh: '请稍后重试', en: 'Try again in a moment' },
  },
};
