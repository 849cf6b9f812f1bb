import { INSTRUMENTS, type Instrument, type InstrumentId } from './instruments.ts';
import { articleText, type Language } from './article-text.ts';
import type { Place, Rule } from './rule.ts';
import { ACCOUNT_AND_BOND_RULES } from './rules/account-and-bond.ts';
import { COUNTING_RULES } from './rules/counting.ts';
import { CRIME_RULES } from './rules/crime-and-transfer.ts';
import { INSPECTION_RULES } from './rules/inspection.ts';
import { LISTING_RULES } from './rules/listing.ts';
import { REGISTRATION_AND_LEAD_RULES } from './rules/registration-and-leads.ts';
import { WAGE_REGULATION_RULES } from './rules/wage-regulation.ts';

/** Every rule the program knows, by its id. */
export const RULES = {
  ...WAGE_REGULATION_RULES,
  ...ACCOUNT_AND_BOND_RULES,
  ...LISTING_RULES,
  ...INSPECTION_RULES,
  ...CRIME_RULES,
  ...REGISTRATION_AND_LEAD_RULES,
  ...COUNTING_RULES,
} as const satisfies Record<string, Rule>;

/** The id of a rule, verified or not. */
export type RuleId = keyof typeof RULES;

/** Ids that may be printed as law: verified or confirmed, and standing in an instrument. */
export type CitableId = {
  [Id in RuleId]: (typeof RULES)[Id]['certainty'] extends 'provisional'
    ? never
    : (typeof RULES)[Id]['at'] extends readonly []
      ? never
      : Id;
}[RuleId];

const printable: unique symbol = Symbol('printable');

/** A citation that may be shown to people; made by `cite` alone. */
export type Citation = {
  readonly id: CitableId;
  readonly rule: Rule;
  readonly [printable]: true;
};

/** Thrown when something unverified would be printed as law. */
export class UnprintableCitation extends Error {
  override readonly name = 'UnprintableCitation';
}

/** The rule with this id, or undefined; for ids that come from stored data. */
export function findRule(id: string): Rule | undefined {
  return Object.hasOwn(RULES, id) ? RULES[id as RuleId] : undefined; // hasOwn has just shown it is a RuleId
}

/** May this id be printed as law? Narrows ids that come from tables or stored data. */
export function isCitable(id: string): id is CitableId {
  const rule = findRule(id);
  return rule !== undefined && rule.certainty !== 'provisional' && rule.at.length > 0;
}

/**
 * The citation of a rule. Ids that are provisional or stand in no instrument do not compile here, and throw
 * when they arrive by another way.
 */
export function cite(id: CitableId): Citation {
  if (!isCitable(id)) throw new UnprintableCitation(`${String(id)} may not be printed as law`);
  return { id, rule: RULES[id], [printable]: true };
}

/**
 * The citation in words: instrument, number and article; article numbers not yet read are left out.
 * @example printCitation('REG-14-2', 'zh') // 《保障农民工工资支付条例》（国务院令第724号）第十四条；…
 */
export function printCitation(id: CitableId, language: Language): string {
  const { rule } = cite(id);
  return rule.at.map((place) => placeText(place, language)).join(language === 'zh' ? '；' : '; ');
}

/**
 * Several citations as one sentence of a Chinese paper has them: each instrument is named once, its articles one after
 * the other, an article with several items once.
 * @example printTogether(['INS-18-1', 'INS-26-1']) // 《劳动保障监察条例》（国务院令第423号）第十八条、第二十六条、《中华人民共和国劳动合同法》第八十五条
 */
export function printTogether(ids: readonly CitableId[]): string {
  const texts = new Map<InstrumentId, { said: string[]; article: string }>();
  for (const place of ids.flatMap((id) => [...cite(id).rule.at])) {
    const { said, article: before } = texts.get(place.in) ?? { said: [], article: '' };
    const { item: _, ...whole } = place;
    const [article, text] = [articleText(whole, 'zh'), articleText(place, 'zh')];
    const isSame = place.item !== undefined && article === before;
    const shown = isSame ? text.slice(article.length) : text;
    texts.set(place.in, { said: said.includes(shown) ? said : [...said, shown], article });
  }
  return [...texts].map(([id, { said }]) => `${placeText({ in: id }, 'zh')}${said.join('、')}`).join('、');
}

/** Official pages of a rule's instruments, for those whose address is known. */
export function officialLinks(id: CitableId): string[] {
  return cite(id).rule.at.flatMap((place) => instrument(place.in).link ?? []);
}

/** The instrument as a plain record, so that absent fields can be asked for. */
export function instrument(id: InstrumentId): Instrument {
  return INSTRUMENTS[id];
}

function placeText(place: Place, language: Language): string {
  const { zh, en, number, numberEn } = instrument(place.in);
  const where = articleText(place, language);
  if (language === 'en') {
    const title = en ?? numberEn ?? number ?? '';
    const shown = en === undefined || number === undefined ? title : `${en} (${numberEn ?? number})`;
    return where === '' ? shown : `${shown}, ${where}`;
  }
  if (zh === undefined) return `${number ?? ''}${where}`;
  return `《${zh}》${number === undefined ? '' : `（${number}）`}${where}`;
}
