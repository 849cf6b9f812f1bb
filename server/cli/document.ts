import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import type { DocumentKind } from '../core/contract/documents.ts';
import { DOCUMENT_KINDS } from '../core/contract/documents.ts';
import { DOCUMENT_KIND_ROWS } from '../core/documents/kinds.ts';
import '../features/archive/index.ts'; // says what the index of a case file lists
import { paperForCase } from '../features/documents/index.ts';
import type { PaperOfCase } from '../features/documents/index.ts';
import { AppError } from '../platform/app-error.ts';
import { systemCtx } from '../platform/context.ts';
import { outFolder } from './out-folder.ts';
import { runCommand } from './run-command.ts';

const doorOf = (kind: string): string => kind.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const OF_CASES = DOCUMENT_KINDS.filter((kind) => DOCUMENT_KIND_ROWS[kind].hangsOn === 'case');

const HELP = `npm run document -- rectification-order --case 文山劳监立字〔2026〕第1号 --out DIR

Writes the newest issued paper of a case as PDF and DOCX; where none was issued, a draft marked as one.
把案件最近签发的文书写成 PDF 和 DOCX；没有签发的，写出标明“草稿”的文书。

kinds 文书:
${OF_CASES.map((kind) => `  ${doorOf(kind).padEnd(32)}${DOCUMENT_KIND_ROWS[kind].name.zh}`).join('\n')}
`;

interface Asked {
  kind: DocumentKind;
  caseNumber: string;
  out: string;
}

function read(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { case: { type: 'string' }, out: { type: 'string' } },
  });
  const kind = OF_CASES.find((one) => doorOf(one) === positionals[0]);
  if (kind === undefined || positionals.length > 1)
    throw new Error(`没有这种文书 / no such paper: ${positionals.join(' ')}`);
  if (values.case === undefined || values.case.trim() === '')
    throw new Error('--case: 请填写案号 / the number of the case is needed');
  if (values.out === undefined) throw new Error('--out: 请填写输出目录 / a folder is needed');
  return { kind, caseNumber: spaced(values.case.trim()), out: values.out };
}

/** Numbers are written with blanks around the count, and typed without. */
const spaced = (text: string): string => text.replace(/第\s*(\d+)\s*号/u, '第 $1 号');

async function write({ kind, out }: Asked, paper: PaperOfCase): Promise<void> {
  for (const as of ['pdf', 'docx'] as const) {
    const path = join(out, `${doorOf(kind)}.${as}`);
    await writeFile(path, paper[as]);
    process.stdout.write(`${path}\n`);
  }
  const { documentNumber, missing, name } = paper;
  process.stdout.write(`${name} ${documentNumber ?? '草稿 / draft'}\n`);
  if (missing.length > 0) process.stderr.write(`还缺少 / still missing: ${missing.join('、')}\n`);
}

await runCommand(HELP, async (args) => {
  const wanted = read(args);
  const asked = { ...wanted, out: await outFolder(wanted.out) };
  const booted = await boot({ probe: false });
  try {
    const { clock } = booted;
    const ctx = systemCtx('document', { now: clock.now(), today: clock.today() });
    const paper = await paperForCase(asked.kind, asked.caseNumber, ctx).catch((error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      throw new Error(`没有这个案件 / no such case: ${asked.caseNumber}`);
    });
    await write(asked, paper);
  } finally {
    await booted.stop();
  }
});
