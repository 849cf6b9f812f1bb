/** For fields of a form that is drawn from its description: both languages at once, like the server's own sentences. */
export const needed = {
  needed: { zh: '请填写', en: 'Fill this in' },
  choose: { zh: '请选择', en: 'Please choose' },
};
