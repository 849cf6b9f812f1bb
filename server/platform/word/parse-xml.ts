import { WordFault } from './word-fault.ts';

/** An element of a part of a Word file: names as written (`w:p`), children and texts in their order. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlNode | string)[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<(\/?)([^\s<>/!?]+)([^<>]*?)(\/?)>|([^<]+)/gu;
const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
/** Deeper than any paper nests its tables. */
const DEEPEST = 200;

const broken = (): WordFault =>
  new WordFault(
    'Word 文件内容不完整，请重新另存为 .docx',
    'The Word file is not whole; save it anew as .docx',
  );

/**
 * Reads a part as it is: no declaration is obeyed, no entity of its own is expanded, nothing is fetched.
 */
export function parseXml(xml: string): XmlNode {
  if (/<!DOCTYPE|<!ENTITY/iu.test(xml))
    throw new WordFault('Word 文件结构异常，未读取', 'The Word file is irregular and was not read');
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open: XmlNode[] = [root];
  for (const [, cdata, closing, name, attributes = '', empty, text] of xml.matchAll(TOKEN)) {
    const parent = open.at(-1);
    if (parent === undefined) throw broken();
    if (text !== undefined) parent.children.push(decoded(text));
    else if (cdata !== undefined) parent.children.push(cdata);
    else if (name === undefined) continue;
    else if (closing === '/') {
      if (parent.name !== name || open.length === 1) throw broken();
      open.pop();
    } else {
      const node: XmlNode = { name, attributes: attributesOf(attributes), children: [] };
      parent.children.push(node);
      if (empty !== '/') open.push(node);
      if (open.length > DEEPEST) throw broken();
    }
  }
  if (open.length !== 1) throw broken();
  return root;
}

const attributesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(ATTRIBUTE)].map(([, name = '', a, b]) => [name, decoded(a ?? b ?? '')]),
  );

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,8}));/giu,
    (whole, decimal, hex, name: string) => {
      if (decimal === undefined && hex === undefined) return NAMED[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
    },
  );
}

export const elementsOf = (node: XmlNode | undefined): XmlNode[] =>
  node?.children.filter((child): child is XmlNode => typeof child !== 'string') ?? [];

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  elementsOf(node).find((child) => child.name === name);

/** The value of a property such as `<w:jc w:val="center"/>` inside the node. */
export const valueOf = (node: XmlNode | undefined, name: string): string | undefined =>
  childOf(node, name)?.attributes['w:val'];

export const textOf = (node: XmlNode): string =>
  node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
