import type { DocumentKind } from '../../core/contract/documents.ts';
import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { buildTemplate } from '../../platform/word/index.ts';
import { areaChain } from '../areas/index.ts';
import { storedBytes } from '../files/index.ts';
import { findEditions, findTemplate } from './template.model.ts';
import type { TemplateRecord } from './template.model.ts';

/** The newest edition of the nearest area that has one in force; undefined: the product's own. */
export async function nearestTemplate(
  kind: DocumentKind,
  areaCode: string,
): Promise<TemplateRecord | undefined> {
  const chain = areaChain(areaCode);
  return pickNearest(await findEditions(chain, kind), chain);
}

/** Of all editions of one kind, the one that holds for the first area of the chain. */
export function pickNearest(
  editions: readonly TemplateRecord[],
  chain: readonly string[],
): TemplateRecord | undefined {
  for (const code of chain) {
    const newest = editions
      .filter(({ areaCode }) => areaCode === code)
      .reduce<TemplateRecord | undefined>(
        (a, b) => (a === undefined || b.edition > a.edition ? b : a),
        undefined,
      );
    if (newest?.fileId !== undefined) return newest;
  }
  return undefined;
}

const own = new Map<DocumentKind, Promise<Buffer>>();

/** The product's own template of a kind; made once, from its words. */
export function ownTemplate(kind: DocumentKind): Promise<Buffer> {
  const made = own.get(kind);
  if (made !== undefined) return made;
  const { name, template } = DOCUMENT_KIND_ROWS[kind];
  const making = buildTemplate(name.zh, template).catch((error: unknown) => {
    own.delete(kind); // a thread that was given up is not remembered
    throw error;
  });
  own.set(kind, making);
  return making;
}

/** The bytes a paper is filled from: the edition it began with. */
export async function templateBytes(kind: DocumentKind, templateId: string | undefined): Promise<Buffer> {
  const found = templateId === undefined ? null : await findTemplate(templateId);
  return found?.sha256 === undefined ? ownTemplate(kind) : storedBytes(found.sha256);
}
