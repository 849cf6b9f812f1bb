import type { Locale } from '../../core/contract/accounts.ts';
import { withPlurals } from '../../core/kit/plurals.ts';
import type { TemplateName } from './templates.ts';
import { TEMPLATES } from './templates.ts';

export type MessageData = Readonly<Record<string, string | number>>;

export interface RenderedMessage {
  subject: string;
  text: string;
}

export const isTemplateName = (name: string): name is TemplateName => Object.hasOwn(TEMPLATES, name);

/** The words of a message; a placeholder without a value is an error, never a blank in somebody's mail. */
export function render(template: TemplateName, locale: Locale, data: MessageData): RenderedMessage {
  const words = TEMPLATES[template][locale === 'en' ? 'en' : 'zh'];
  return { subject: words.subject, text: withPlurals(fill(words.text, template, data)) };
}

/** The names a template needs and these data lack. */
export function missingData(template: TemplateName, data: MessageData): string[] {
  return TEMPLATES[template].needs.filter((name) => !Object.hasOwn(data, name));
}

function fill(text: string, template: string, data: MessageData): string {
  return text.replace(/\{(\w+)\}/gu, (_whole, name: string) => {
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined) throw new Error(`Template ${template} lacks {${name}}`);
    return oneLine(String(value));
  });
}

/** A value is one word or sentence inside the text: no line breaks or control characters of its own. */
function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 1000);
}
