import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PROJECT_ROOT } from '../project-root.ts';

/** Debian's fonts-noto-cjk has more of the rare characters of names than the npm package. */
const SYSTEM = '/usr/share/fonts/opentype/noto';

export interface FontChoice {
  fonts: Readonly<Record<string, Readonly<Record<'normal' | 'bold' | 'italics' | 'bolditalics', Face>>>>;
}

/** The faces documents are set in: a regular and a bold one; there is no italic in Chinese print. */
export function findFonts(systemFolder = SYSTEM): FontChoice {
  const [regular, bold] = ['Regular', 'Bold'].map((face) => join(systemFolder, `NotoSansCJK-${face}.ttc`));
  if (regular !== undefined && bold !== undefined && existsSync(regular) && existsSync(bold))
    return choice([regular, 'NotoSansCJKsc-Regular'], [bold, 'NotoSansCJKsc-Bold']);
  const require = createRequire(PROJECT_ROOT);
  const folder = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const own = (face: string): string => join(folder, face, `NotoSansSC_${face}.ttf`);
  return choice(own('400Regular'), own('700Bold'));
}

/** A file, or a collection and the face in it. */
type Face = string | [file: string, face: string];

const choice = (normal: Face, bold: Face): FontChoice => ({
  fonts: { Sans: { normal, bold, italics: normal, bolditalics: bold } },
});
