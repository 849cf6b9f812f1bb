/**
 * The folder of package.json. The product runs from its sources or from a bundle of them, and this file lies as deep
 * below that folder as the bundle does: no other file may ask where it lies itself.
 */
export const PROJECT_ROOT = new URL('../../', import.meta.url);

let bundle = import.meta.url.endsWith('.js') ? new URL('./', import.meta.url) : null;

/** For a process that itself runs from the sources, as tests do: what it starts runs from this bundle. */
export function startFrom(folder: URL): void {
  bundle = folder;
}

/** Lets stacks name lines of the sources where the bundle runs. */
const SOURCE_LINES = new URL('server/source-lines.js', PROJECT_ROOT).href;

export interface Script {
  url: URL;
  /** Whether it runs as it is, or needs the loader of TypeScript. */
  bundled: boolean;
  /** What Node needs to be told to run it as a process. */
  flags: readonly string[];
}

/** What another process or thread runs for a source file: of the same bundle as this one, or the source itself. */
export function scriptOf(source: string): Script {
  if (bundle === null)
    return { url: new URL(source, PROJECT_ROOT), bundled: false, flags: ['--import', 'tsx'] };
  const name = source.replaceAll('/', '-').replace(/\.ts$/u, '.js'); // as server/bundle.js calls it
  return { url: new URL(name, bundle), bundled: true, flags: ['--import', SOURCE_LINES] };
}
