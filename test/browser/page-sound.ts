import type { Page } from 'playwright-core';

// What runs inside the page is text: these tests are compiled without the browser's types.

const VISIBLE = `const visible = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  && one.getClientRects().length > 0 && getComputedStyle(one).clipPath === 'none' && !one.closest('.visually-hidden');
const nameOf = (one) => one.tagName.toLowerCase() + (typeof one.className === 'string' && one.className !== ''
  ? '.' + one.className.trim().split(/\\s+/).slice(0, 2).join('.') : '')
  + ' "' + (one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 24) + '"';
const ancestors = (one) => { const all = []; for (let at = one.parentElement; at; at = at.parentElement) all.push(at); return all; };
const styleOf = (one) => getComputedStyle(one);`;

/**
 * What a reader cannot use at this width: the page wider than the glass, a control that stands beyond its edge or under
 * another one, words of a control or a heading that are cut off. What scrolls in a frame of its own is not cut.
 */
export const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
  ${VISIBLE}
  const found = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) {
    const widest = [...document.body.querySelectorAll('*')].filter((one) =>
      one.getBoundingClientRect().right > innerWidth + 1 && visible(one));
    found.push('sideways by ' + wide + ' px: ' + widest.slice(0, 3).map(nameOf).join(', '));
  }
  const scrolls = (one) => ancestors(one).some((at) => /auto|scroll/.test(styleOf(at).overflowX + styleOf(at).overflowY)
    && (at.scrollWidth > at.clientWidth || at.scrollHeight > at.clientHeight) && at !== document.documentElement);
  const floats = (one) => [one, ...ancestors(one)].some((at) => /fixed|sticky/.test(styleOf(at).position));
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=tab]')]
    .filter((one) => visible(one) && one.type !== 'file');
  for (const one of controls) {
    const box = one.getBoundingClientRect();
    // Wholly outside is a link for those who do not look: it comes in when the focus comes.
    if (box.right <= 0) continue;
    if ((box.right > innerWidth + 1 || box.left < -1) && !scrolls(one)) found.push('beyond the edge: ' + nameOf(one));
  }
  for (const one of document.querySelectorAll('button, h1, h2, h3, th, summary, label')) {
    const hides = /hidden|clip/.test(styleOf(one).overflowX) && styleOf(one).textOverflow !== 'ellipsis';
    if (visible(one) && hides && one.scrollWidth > one.clientWidth + 1) found.push('cut: ' + nameOf(one));
  }
  const still = controls.filter((one) => !floats(one) && !scrolls(one)).map((one) => ({ one, boxes: [...one.getClientRects()] }));
  for (let i = 0; i < still.length; i += 1) {
    for (let k = i + 1; k < still.length; k += 1) {
      const [a, b] = [still[i], still[k]];
      if (a.one.contains(b.one) || b.one.contains(a.one) || a.one.parentElement === b.one.parentElement
        && a.one.labels?.length > 0 && b.one.labels?.length > 0) continue;
      const over = a.boxes.some((x) => b.boxes.some((y) => Math.min(x.right, y.right) - Math.max(x.left, y.left) > 3
        && Math.min(x.bottom, y.bottom) - Math.max(x.top, y.top) > 3));
      if (over) found.push('overlap: ' + nameOf(a.one) + ' and ' + nameOf(b.one));
    }
  }
  return found;
})()`);

/** The same with the page's own large text: letters grow, the glass does not. */
export async function cutOffWhenLarge(page: Page): Promise<string[]> {
  await page.evaluate('document.documentElement.classList.add("large-text")');
  const found = await cutOff(page);
  await page.evaluate('document.documentElement.classList.remove("large-text")');
  return found;
}

/** Paragraphs whose lines are longer than the eye follows back: more than this many characters of their own size. */
const LONGEST_LINE = 80;
export const longLines = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
  ${VISIBLE}
  const found = [];
  for (const one of document.querySelectorAll('main p, main li, main dd, main td')) {
    const words = [...one.childNodes].filter((node) => node.nodeType === 3).map((node) => node.data).join('').trim();
    if (words.length < ${LONGEST_LINE} || !visible(one)) continue;
    const range = document.createRange();
    range.selectNodeContents(one);
    const widest = Math.max(...[...range.getClientRects()].map((line) => line.width));
    // A Latin letter is half as wide as a Chinese one.
    const letter = parseFloat(styleOf(one).fontSize);
    if (widest > ${LONGEST_LINE} * letter) found.push(Math.round(widest / letter) + ' em: ' + nameOf(one));
  }
  return found;
})()`);

/** Words on the page and in what is read aloud for its controls; what says itself that it is Chinese is left out. */
const wordsOf = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
  const found = [document.title];
  const apart = (one) => one.closest('[lang^=zh], code, pre, script, style, noscript');
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    if (node.data.trim() !== '' && !apart(node.parentElement)) found.push(node.data.trim());
  for (const one of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]'))
    for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
      if (one.hasAttribute(name) && !apart(one)) found.push(one.getAttribute(name));
  return found;
})()`);

/** Short words behind a one that only look like many of something. */
const NO_PLURAL = /^(is|was|has|as|its|this|yes|less|us|days?’s|address|process|access)$/;

/**
 * What is not English on a page read in English: Chinese that no answer of the server brought as data, the key of a
 * sentence in its place, one of something said as many.
 */
export async function notEnglish(page: Page, data: string, namespaces: readonly string[]): Promise<string[]> {
  const key = new RegExp(`^(${namespaces.join('|')})(\\.[a-zA-Z0-9]+)+$`, 'u');
  const words = await wordsOf(page);
  return words.flatMap((text) => {
    const chinese = (text.match(/[\p{Script=Han}]+/gu) ?? []).filter((run) => !data.includes(run));
    const many = [...text.matchAll(/(?<![\d.,:/–-])\b1 ([a-z’]+s)\b/gu)].filter(
      ([, word = '']) => !NO_PLURAL.test(word),
    );
    return [
      ...(chinese.length > 0 ? [`Chinese: ${text.slice(0, 80)}`] : []),
      ...(key.test(text) && !data.includes(text) ? [`key: ${text}`] : []),
      ...many.map(([found]) => `one is not many: ${found} in ${text.slice(0, 80)}`),
    ];
  });
}

/** Every text in an answer of the server but the Chinese half of what it says in both languages. */
export function dataIn(body: unknown): string[] {
  if (typeof body === 'string') return [body];
  if (typeof body !== 'object' || body === null) return [];
  const isBoth = 'zh' in body && 'en' in body;
  return Object.entries(body).flatMap(([name, value]) => (isBoth && name === 'zh' ? [] : dataIn(value)));
}

/** What paper would not hold: columns beyond its edge, frames that scroll; what is only for the screen; what should be there. */
export const lostInPrint = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`(() => {
  ${VISIBLE}
  const found = [];
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide > 0) found.push('wider than the paper by ' + wide + ' px: ' + [...document.body.querySelectorAll('*')]
    .filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && visible(one)).slice(0, 3).map(nameOf).join(', '));
  for (const one of document.querySelectorAll('body *')) {
    if (!/auto|scroll|hidden/.test(styleOf(one).overflowX + styleOf(one).overflowY) || !visible(one)) continue;
    if (styleOf(one).textOverflow === 'ellipsis' || one.clientHeight < 8) continue;
    if (one.scrollWidth > one.clientWidth + 2 || one.scrollHeight > one.clientHeight + 2) found.push('cut: ' + nameOf(one));
  }
  for (const one of document.querySelectorAll('nav, .top-bar, .skip, a.help, .dock, .el-overlay, button:not(th button, td button, .prints)'))
    if (visible(one)) found.push('only for the screen: ' + nameOf(one));
  for (const one of document.querySelectorAll('.prints'))
    if (visible(one.parentElement) && !visible(one)) found.push('not on the paper: ' + nameOf(one));
  for (const one of document.querySelectorAll('thead'))
    if (visible(one) && styleOf(one).display !== 'table-header-group') found.push('heads are not repeated: ' + nameOf(one));
  return found;
})()`);
