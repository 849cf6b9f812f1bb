import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import { settled } from './short-cuts.ts';

/**
 * What is wrong with the place the focus is at: nowhere, out of sight, under something else, or not to be told from its
 * neighbours. Text, because these tests are compiled without the browser's types.
 */
const FAULT_OF_FOCUS = `(async () => {
  // Even what moves for nobody takes a frame.
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  const at = document.activeElement;
  if (at === null || at === document.body) return null; // the browser's own controls come in between
  const name = at.tagName.toLowerCase() + ' ' + (at.type ?? '') + ' ' + at.className + ' "' + (at.getAttribute('aria-label') ?? at.textContent ?? '').trim().slice(0, 30) + '"';
  const around = [at, at.parentElement, at.parentElement?.parentElement, at.nextElementSibling,
    at.labels?.[0], ...(at.labels?.[0]?.querySelectorAll('*') ?? [])].filter(Boolean);
  const marked = around.some((one) => {
    const style = getComputedStyle(one);
    return style.boxShadow !== 'none' || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0);
  });
  // A field of days has parts and a button of the browser's own, which show it themselves.
  const ofBrowser = /^(date|month|time|datetime-local)$/.test(at.type ?? '') && !at.matches(':focus');
  if (!marked && !ofBrowser) return 'no sign of the focus on ' + name;
  const boxes = [...at.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  if (boxes.length === 0) return at.type === 'file' || at.type === 'checkbox' || at.type === 'radio' ? null : 'nothing to see of ' + name;
  const seen = boxes.some((box) => {
    const x = Math.min(Math.max(box.left + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.top + box.height / 2, 1), innerHeight - 1);
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth) return false;
    const top = document.elementFromPoint(x, y);
    // What pops up for a moment goes by itself.
    return top !== null && (top.closest('.toast-stack') !== null || at.contains(top) || top.contains(at) || [...(at.labels ?? [])].some((one) => one.contains(top)));
  });
  return seen ? null : 'out of sight or covered: ' + name;
})()`;

/** Walks with Tab until this has the focus; every stop on the way has to be seen and to show that it is one. */
export async function tabTo(page: Page, target: Locator, most = 70, key = 'Tab'): Promise<void> {
  await target.waitFor({ state: 'attached' });
  await settled(page);
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key);
    const fault = await page.evaluate<string | null>(FAULT_OF_FOCUS);
    assert.equal(fault, null, `${new URL(page.url()).pathname}, ${presses + 1} times ${key}`);
    if (await hasFocus(target)) return;
  }
  const stopped = await page.evaluate<string>('document.activeElement?.outerHTML.slice(0, 200) ?? ""');
  assert.fail(`${most} times ${key} did not lead to ${String(target)}; the focus is on ${stopped}`);
}

export const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate(
    (one) => (one as { ownerDocument?: { activeElement?: unknown } }).ownerDocument?.activeElement === one,
  );

/** Goes there and presses the key that does it. */
export async function keyOn(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes to a field and writes into it, in place of what stands there. */
export async function typeInto(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

/** Whether Tab stays inside while it goes round once and more. */
export async function assertKeepsFocus(page: Page, inside: Locator, presses = 12): Promise<void> {
  for (let at = 0; at < presses; at += 1) {
    await page.keyboard.press('Tab');
    const isIn = await inside.evaluate((one) =>
      (one as { contains(other: unknown): boolean; ownerDocument: { activeElement: unknown } }).contains(
        (one as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
      ),
    );
    assert.ok(isIn, `after ${at + 1} times Tab the focus has left ${String(inside)}`);
  }
}
