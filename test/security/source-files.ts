import { readdirSync, readFileSync } from 'node:fs';

/** The sources below a folder of the project, without what was built from them. */
export function sourceFiles(folder: string): { path: string; text: string }[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name.startsWith('dist') ? [] : sourceFiles(path);
    return /\.(?:ts|vue)$/u.test(entry.name) ? [{ path, text: readFileSync(path, 'utf8') }] : [];
  });
}
