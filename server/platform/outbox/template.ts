interface Words {
  subject: string;
  text: string;
}
/** One kind of message. */
export interface Template {
  /** Every placeholder of the words; the sender must give each. */
  needs: readonly string[];
  zh: Words;
  en: Words;
}
