import { createRequire } from 'node:module';
import { PROJECT_ROOT } from '../project-root.ts';
import { WordFault } from './word-fault.ts';

/** What is used of the two libraries; their own types are CommonJS seen from a module. */
export interface WordZip {
  file(name: string): { asText(): string } | null;
  file(name: string, content: string | Uint8Array): unknown;
  generate(options: { type: 'uint8array'; compression: 'DEFLATE' }): Uint8Array;
}
interface Templater {
  render(values: object): unknown;
  getZip(): WordZip;
}
interface Inspector {
  getAllStructuredTags(): StructuredTag[];
}
interface StructuredTag {
  type: string;
  value?: string;
  module?: string;
  subparsed?: StructuredTag[];
}
const require = createRequire(PROJECT_ROOT);
const PizZip = require('pizzip') as new (bytes: Uint8Array) => WordZip; // as its manual describes it
const Docxtemplater = require('docxtemplater') as new (zip: WordZip, options: object) => Templater; // likewise
const InspectModule = require('docxtemplater/js/inspect-module.js') as () => Inspector; // likewise

export type WordValues = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>;

export interface TemplateTags {
  /** Placeholders that stand alone. */
  fields: string[];
  /** Loops, each with the placeholders inside it. */
  loops: Record<string, string[]>;
}

/** Fills the placeholders; one without a value is named, never printed as a blank or as `undefined`. */
export function fillDocx(template: Uint8Array, values: WordValues): WordZip {
  const filled = open(template, []);
  try {
    filled.render(values);
  } catch (error) {
    throw wordsOf(error);
  }
  return filled.getZip();
}

/** The placeholders a template asks for. Only values and repeated rows are taken: nothing may put in markup of its own. */
export function tagsOf(template: Uint8Array): TemplateTags {
  const inspector = InspectModule();
  open(template, [inspector]);
  const tags: TemplateTags = { fields: [], loops: {} };
  for (const tag of inspector.getAllStructuredTags()) {
    const name = plainName(tag);
    if (tag.module === undefined) tags.fields.push(name);
    else if (tag.module === 'loop') tags.loops[name] = (tag.subparsed ?? []).filter(isTag).map(plainName);
    else throw notTaken(name);
  }
  return tags;
}

const isTag = ({ type }: StructuredTag): boolean => type === 'placeholder';

function plainName({ value = '', module, subparsed }: StructuredTag): string {
  if (module !== undefined && module !== 'loop') throw notTaken(value);
  if (subparsed?.some((inner) => isTag(inner) && inner.module !== undefined) === true) throw notTaken(value);
  return value.trim();
}

const notTaken = (name: string): WordFault =>
  new WordFault(
    `占位符 {${name}} 的写法不支持`,
    `The placeholder {${name}} is written in a way that is not taken`,
  );

function open(template: Uint8Array, modules: object[]): Templater {
  try {
    return new Docxtemplater(new PizZip(template), {
      modules,
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      nullGetter: (part: { value?: string }) => {
        const name = part.value ?? '';
        throw new WordFault(`占位符 {${name}} 没有内容`, `There is no value for the placeholder {${name}}`);
      },
    });
  } catch (error) {
    throw wordsOf(error);
  }
}

interface TemplaterError {
  properties?: { xtag?: string; id?: string; errors?: TemplaterError[]; rootError?: unknown };
}

/** What the library found wrong with the placeholders, by their names. */
function wordsOf(error: unknown): unknown {
  if (error instanceof WordFault) return error;
  const { properties } = error as TemplaterError; // read, not trusted
  if (properties === undefined) return error;
  const own = [properties.rootError, ...(properties.errors ?? []).map((one) => one.properties?.rootError)];
  const inner = own.find((one) => one instanceof WordFault);
  if (inner !== undefined) return inner;
  const each = properties.errors ?? [error as TemplaterError]; // as above
  const names = [...new Set(each.map((one) => String(one.properties?.xtag ?? one.properties?.id ?? '')))];
  const said = names.filter((name) => name !== '').slice(0, 10);
  return new WordFault(
    `模板中的占位符不完整或不成对：${said.join('、')}`,
    `Placeholders of the template are cut or not in pairs: ${said.join(', ')}`,
  );
}
