import { CHAIN_FAULTS } from '../core/contract/operations.ts';
import type { ChainVerdict } from '../core/contract/operations.ts';
import { boot } from '../boot.ts';
import { verifyChains } from '../platform/audit/index.ts';

const HELP = `npm run verify-chain

Re-computes every event chain, every chain of an area and day, and every signed root; changes nothing.
重新计算全部事件链、地区日链和签名日根,不改动任何数据。

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

async function run(args: readonly string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(HELP);
    return 0;
  }
  if (args.length > 0) {
    console.error(`不认识的参数 / unknown argument: ${args.join(' ')}\n${HELP}`);
    return 2;
  }
  const booted = await boot({ probe: false });
  try {
    const verdict = await verifyChains({ now: booted.clock.now() });
    console.log(report(verdict));
    return verdict.ok ? 0 : 1;
  } finally {
    await booted.stop();
  }
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  console.error(`无法核对 / could not verify: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
