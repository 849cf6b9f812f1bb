import { alsoWords } from './index.ts';

const LATER_WORDS = {
  'zh-CN': () => import('@/locales/zh-CN/phone-later.ts'),
  en: () => import('@/locales/en/phone-later.ts'),
};

/** Pages that hardly anybody opens first bring words of their own: a weak line waits for the others alone. */
export async function withLaterWords<View>(view: Promise<View>): Promise<View> {
  await alsoWords(LATER_WORDS);
  return view;
}
