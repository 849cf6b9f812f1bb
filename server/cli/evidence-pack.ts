import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import type { StartEvidencePack } from '../core/contract/evidence.ts';
import { makePackNow, unpackTo } from '../features/evidence/index.ts';
import { AppError } from '../platform/app-error.ts';
import { systemCtx } from '../platform/context.ts';
import { outFolder } from './out-folder.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run evidence-pack -- <案号 caseNo> --out DIR [--for arbitration|court|police|other]
                        [--recipient 接收单位] [--reason 事由] [--copies]

Writes the evidence pack of a case: DIR holds it unpacked, DIR.zip is the archive. Verify it with: node DIR/verify.mjs
制作一个案件的证据包：DIR 为解压后的内容，DIR.zip 为压缩包。核对：node DIR/verify.mjs

--copies  the covered copy instead of the original, where there is one 有遮盖副本的用副本
`;

const FOR_WHOM = ['arbitration', 'court', 'police', 'other'] as const;

interface Asked {
  caseNumber: string;
  out: string;
  input: StartEvidencePack;
}

function read(args: string[]): Asked {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      for: { type: 'string', default: 'other' },
      recipient: { type: 'string', default: '命令行 / command line' },
      reason: { type: 'string', default: '命令行制作 / made on the command line' },
      copies: { type: 'boolean', default: false },
    },
  });
  const [caseNumber, ...more] = positionals;
  if (caseNumber === undefined || more.length > 0) throw new Error('请给出一个案号 / name one case');
  if (values.out === undefined) throw new Error('--out: 请给出文件夹 / name a folder');
  const forWhom = FOR_WHOM.find((one) => one === values.for);
  if (forWhom === undefined) throw new Error(`--for: ${FOR_WHOM.join(' | ')}`);
  const { recipient, reason, copies } = values;
  return { caseNumber, out: resolve(values.out), input: { forWhom, recipient, reason, useCopies: copies } };
}

await runCommand(HELP, async (args) => {
  const { caseNumber, out, input } = read(args);
  await outFolder(out);
  const booted = await boot({ probe: false });
  try {
    const { clock } = booted;
    const ctx = systemCtx('evidence-pack', { now: clock.now(), today: clock.today() });
    const archive = await makePackNow(caseNumber, input, ctx).catch((error: unknown) => {
      if (error instanceof AppError && error.code === 'notFound')
        throw new Error(`没有这个案号 / there is no case ${caseNumber}`);
      throw error;
    });
    const zip = `${out}.zip`;
    await pipeline(archive, createWriteStream(zip, { mode: 0o600 }));
    const files = await unpackTo(zip, out);
    process.stdout.write(`${out}\n${out}.zip\n${files} 个文件 files\n`);
  } finally {
    await booted.stop();
  }
});
