import { cleanFileName } from '../../../platform/files/index.ts';

const LONGEST = 40;

/** `evidence/003-工资表.pdf`: safe on every system, short enough for Windows, each name once in the pack. */
export function packNames(): (folder: string, title: string, extension: string, suffix?: string) => string {
  const taken = new Set<string>();
  return (folder, title, extension, suffix = '') => {
    const clean = cleanFileName(`${[...title].slice(0, LONGEST).join('')}`.replace(/[./\\]/gu, '_'));
    for (let again = 1; ; again += 1) {
      const name = `${clean.trim()}${suffix}${again === 1 ? '' : `-${again}`}`;
      const path = `${folder}/${name}${extension === '' ? '' : `.${extension}`}`;
      if (taken.has(path.toLowerCase())) continue;
      taken.add(path.toLowerCase());
      return path;
    }
  };
}

export const extensionOf = (fileName: string): string =>
  /\.([a-z0-9]{1,5})$/iu.exec(fileName)?.[1]?.toLowerCase() ?? '';
