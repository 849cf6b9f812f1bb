import { broken, refused } from './content-fault.ts';
import { checkZip } from './zip-guard.ts';

const TYPES = '[Content_Types].xml';
const MAIN = 'application/vnd.openxmlformats-officedocument.';

/** Which Office document a zip is, by what it declares and holds; anything else is a zip like any other. */
export async function checkOffice(path: string): Promise<'xlsx' | 'docx'> {
  const parts = await checkZip(path, [TYPES]);
  const types = parts.get(TYPES)?.toString('utf8');
  if (types === undefined) throw refused('ZIP');
  if (
    /macroEnabled|vbaProject/i.test(types) ||
    [...parts.keys()].some((name) => /vbaProject\.bin$/i.test(name))
  ) {
    throw refused({ zh: '含宏的文件', en: 'file with macros' }, 'macros');
  }
  if (/<!DOCTYPE|<!ENTITY/i.test(types)) throw broken('XML');
  if (types.includes(`${MAIN}spreadsheetml.sheet.main+xml`) && parts.has('xl/workbook.xml')) return 'xlsx';
  if (types.includes(`${MAIN}wordprocessingml.document.main+xml`) && parts.has('word/document.xml'))
    return 'docx';
  throw refused('ZIP');
}
