import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import { CHAIN_FAULTS } from '../core/contract/operations.ts';
import type { ChainVerdict } from '../core/contract/operations.ts';
import type { FileVerdict } from '../platform/audit/index.ts';
import { FILE_FAULTS, keyIdOfPem, verifyChainFile, verifyChains } from '../platform/audit/index.ts';
import { toldOnScreen } from '../platform/told-on-screen.ts';

const HELP = `npm run verify-chain -- [--file FILE [--key PEM-FILE]]

Re-computes every event chain, every chain of an area and day, and every signed root; changes nothing.
重新计算全部事件链、地区日链和签名日根,不改动任何数据。

--file FILE  checks a file of npm run audit-export or of the audit page instead; needs no store and no keys of this machine
             改为核对导出的文件,不用连接数据库
--key FILE   the public key (PEM) you have kept or taken from the public page; without it the file's own keys are used,
             and you compare their ids with the published ones 自己留存或从公开页下载的公钥

Exit code 退出码: 0 whole 完好 | 1 damaged, the first broken link is named 有损坏并指出第一处 | 2 could not verify 无法核对
`;

/** The lines for the terminal: counts when whole, the first broken link when not. */
function report({ ok, events, chains, areaDays, days, firstBroken }: ChainVerdict): string {
  const counts = `events ${events}, subject chains ${chains}, area-days ${areaDays}, signed days ${days}`;
  if (ok || firstBroken === undefined) return `事件链完好 / the event chains are whole: ${counts}`;
  const { chain, seq, eventId, why } = firstBroken;
  const { zh, en } = CHAIN_FAULTS[why];
  return [
    `事件链有损坏 / the event chains are damaged (checked before it: ${counts})`,
    `chain: ${chain}`,
    `seq: ${seq}`,
    `event: ${eventId === '' ? '-' : eventId}`,
    `why: ${why} — ${zh} / ${en}`,
  ].join('\n');
}

function fileReport(verdict: FileVerdict, isTrusted: boolean): string {
  const { events, seals, areaDays, signedDays, unsignedAreaDays, keyIds, firstBroken } = verdict;
  const counts = `events ${events}, seals ${seals}, area-days ${areaDays}, signed days ${signedDays}`;
  if (firstBroken !== undefined) {
    const { line, why, place } = firstBroken;
    const { zh, en } = FILE_FAULTS[why];
    return [
      `文件有损坏 / the file is damaged (checked before it: ${counts})`,
      `line: ${line}`,
      `place: ${place}`,
      `why: ${why} — ${zh} / ${en}`,
    ].join('\n');
  }
  return [
    `文件完好 / the file is whole: ${counts}`,
    ...(unsignedAreaDays === 0
      ? []
      : [`导出时还没有签名的地区日 / area-days not signed when it was made: ${unsignedAreaDays}`]),
    isTrusted
      ? `签名钥匙 / signed by: ${keyIds.join(', ') || '-'}`
      : `签名钥匙 / signed by: ${keyIds.join(', ') || '-'}。请与公开页上的钥匙编号核对 / compare with the key ids on the public page`,
  ].join('\n');
}

async function verifyFile(file: string, key: string | undefined): Promise<number> {
  const pem = key === undefined ? null : await readFile(key, 'utf8');
  const trusted = pem === null ? null : new Map([[keyIdOfPem(pem), pem]]);
  const input = createReadStream(file, 'utf8');
  // The interface alone would swallow a file that cannot be read.
  const unread = new Promise<never>((_, reject) => input.once('error', reject));
  const lines = createInterface({ input, crlfDelay: Infinity });
  const verdict = await Promise.race([verifyChainFile(lines, trusted), unread]);
  console.log(fileReport(verdict, trusted !== null));
  return verdict.ok ? 0 : 1;
}

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return 0;
  }
  const asked = readArguments(args);
  if (asked === null) {
    console.error(`不认识的参数 / unknown argument: ${args.join(' ')}\n${HELP}`);
    return 2;
  }
  if (asked.file !== undefined) return verifyFile(asked.file, asked.key);
  const booted = await boot({ probe: false });
  try {
    const verdict = await verifyChains({ now: booted.clock.now() });
    console.log(report(verdict));
    return verdict.ok ? 0 : 1;
  } finally {
    await booted.stop();
  }
}

function readArguments(args: readonly string[]): { file?: string; key?: string } | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { file: { type: 'string' }, key: { type: 'string' } },
    });
    return values.key !== undefined && values.file === undefined ? null : values;
  } catch {
    return null;
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(`无法核对 / could not verify: ${toldOnScreen(error)}`);
  process.exitCode = 2;
}
