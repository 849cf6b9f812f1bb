import type { Plugin, Rollup } from 'vite';
import { firstQuestionStyles } from './first-question.ts';

/** Addresses that people open first, and what their screen is drawn with beyond what its document names. */
interface FirstLoad {
  /** A regular expression over the path; the first that fits holds. */
  path: string;
  document: 'phone' | 'desk';
  modules: readonly string[];
  /** Its document has a question of its own: the style sheet of that goes before everything else. */
  hasQuestion?: true;
}

const WORDS = { phone: 'locales/zh-CN/phone.ts', desk: 'locales/zh-CN/desk.ts' } as const;

const FIRST_LOADS: readonly FirstLoad[] = [
  {
    path: '^/m/new/?$',
    document: 'phone',
    modules: ['features/file-complaint/new-complaint-view.vue', 'features/file-complaint/filing-view.vue'],
    hasQuestion: true,
  },
  { path: '^/c/', document: 'phone', modules: ['features/file-complaint/site-code-view.vue'] },
  { path: '^/m/sign-in/?$', document: 'phone', modules: ['features/phone/phone-sign-in-view.vue'] },
  { path: '^/m/?$', document: 'phone', modules: ['features/phone/phone-home-view.vue'] },
  { path: '^/t/?$', document: 'phone', modules: ['features/tracking/find-receipt-view.vue'] },
  { path: '^/t/\\d+/?$', document: 'phone', modules: ['features/tracking/tracking-view.vue'] },
  { path: '^/sign-in/?$', document: 'desk', modules: ['features/session/sign-in-view.vue'] },
];

/**
 * Writes `first-loads.json`: for each such address the files that the server announces together with the document. Left to
 * themselves they would be asked for one after the other, each only when the one before has come and has run: on a weak
 * line every such step is half a second.
 */
export function firstLoads(): Plugin {
  return {
    name: 'first-loads',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const rows = FIRST_LOADS.map(({ path, document, modules, hasQuestion }) => {
        const named = closure(chunkOf(chunks, `client/src/${document}.ts`), chunks);
        const wanted = [WORDS[document], ...modules].flatMap((module) => [
          ...closure(chunkOf(chunks, `client/src/${module}`), chunks),
        ]);
        const files = new Set(wanted.filter((one) => !named.has(one)).flatMap(filesOf));
        for (const file of [...named].flatMap(filesOf)) files.delete(file);
        return { path, files: [...(hasQuestion ? [firstQuestionStyles(bundle)] : []), ...files] };
      });
      this.emitFile({ type: 'asset', fileName: 'first-loads.json', source: JSON.stringify(rows) });
    },
  };
}

function chunkOf(chunks: readonly Rollup.OutputChunk[], module: string): Rollup.OutputChunk {
  const found = chunks.find((chunk) => chunk.moduleIds.some((id) => id.split('?')[0]?.endsWith(module)));
  if (found === undefined) throw new Error(`No chunk holds ${module}: see client/first-loads.ts`);
  return found;
}

/** The chunk and all that it cannot run without. */
function closure(
  chunk: Rollup.OutputChunk,
  chunks: readonly Rollup.OutputChunk[],
  found = new Set<Rollup.OutputChunk>(),
): Set<Rollup.OutputChunk> {
  if (found.has(chunk)) return found;
  found.add(chunk);
  for (const name of chunk.imports) {
    const imported = chunks.find(({ fileName }) => fileName === name);
    if (imported !== undefined) closure(imported, chunks, found);
  }
  return found;
}

const filesOf = (chunk: Rollup.OutputChunk): string[] => [
  chunk.fileName,
  ...(chunk.viteMetadata?.importedCss ?? []),
];
