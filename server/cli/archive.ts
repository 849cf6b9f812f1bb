import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import { fileForCase } from '../features/archive/index.ts';
import { AppError } from '../platform/app-error.ts';
import { systemCtx } from '../platform/context.ts';
import { outFolder } from './out-folder.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run archive -- <案号 caseNo> --out DIR [--split]

Writes the file of an archived case as it was frozen; of a case that is not archived, the file as it would be now.
把已归档案件的案卷写成 PDF；没有归档的，写出现在归档会得到的案卷（不保存）。

--split  main and inner volume, where it is not archived 未归档的，分正卷和副卷
`;

interface Asked {
  caseNumber: string;
  out: string;
  isSplit: boolean;
}

function read(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { out: { type: 'string' }, split: { type: 'boolean', default: false } },
  });
  const [caseNumber, ...more] = positionals;
  if (caseNumber === undefined || more.length > 0) throw new Error('请给出一个案号 / name one case');
  if (values.out === undefined) throw new Error('--out: 请填写输出目录 / a folder is needed');
  return { caseNumber: spaced(caseNumber.trim()), out: values.out, isSplit: values.split };
}

/** Numbers are written with blanks around the count, and typed without. */
const spaced = (text: string): string => text.replace(/第\s*(\d+)\s*号/u, '第 $1 号');

await runCommand(HELP, async (args) => {
  const { caseNumber, out, isSplit } = read(args);
  const folder = await outFolder(out);
  const booted = await boot({ probe: false });
  try {
    const { clock } = booted;
    const ctx = systemCtx('archive', { now: clock.now(), today: clock.today() });
    const begun = performance.now();
    const file = await fileForCase(caseNumber, isSplit, ctx).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'notFound')
        throw new Error(`没有这个案件 / no such case: ${caseNumber}`);
      throw error;
    });
    for (const { volume, pages, pdf } of file.volumes) {
      const path = join(folder, volume === 'main' ? 'case-file.pdf' : 'case-file-inner.pdf');
      await writeFile(path, pdf);
      process.stdout.write(`${path}  ${pages} 页 pages\n`);
    }
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    process.stdout.write(`${file.fileNumber ?? '未归档 / not archived'}  ${seconds} s\n`);
  } finally {
    await booted.stop();
  }
});
