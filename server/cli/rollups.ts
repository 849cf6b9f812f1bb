import { parseArgs } from 'node:util';
import { boot } from '../boot.ts';
import { rollUpDashboard, verifySites } from '../features/dashboard/index.ts';
import { rebuildReport, verifyReport } from '../features/reports/index.ts';
import { runCommand } from './run-command.ts';

const HELP = `npm run rollups -- [--verify] [--rebuild] [--json]

Kept figures of the reports and the leader's screen, counted anew from what changed.
统计报表和驾驶舱的汇总数字，按变动重新汇总。

--verify    add up all records from scratch and compare; exit 1 where a figure differs 用全部记录重算并核对，有出入时退出码为 1
--rebuild   forget what is kept and count every record anew 丢弃汇总，全部重算
--json      one JSON object instead of lines 输出一个 JSON 对象
`;

await runCommand(HELP, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      verify: { type: 'boolean', default: false },
      rebuild: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const booted = await boot({ probe: false });
  try {
    const at = { today: booted.clock.today(), now: booted.clock.now() };
    if (values.rebuild) await rebuildReport();
    const rolled = await rollUpDashboard(at);
    if (!values.verify) {
      process.stdout.write(values.json ? `${JSON.stringify(rolled)}\n` : `${lines(rolled)}\n`);
      return;
    }
    const [report, sites] = [await verifyReport(), await verifySites(at.today)];
    const drift = report.drift + sites.drift;
    const told = {
      ...{ ...rolled, records: report.records, projects: sites.records },
      ...{ kept: report.kept + sites.kept, drift },
    };
    const found = [...report.found, ...sites.found];
    process.stdout.write(
      values.json ? `${JSON.stringify({ ...told, found })}\n` : `${[lines(told), ...found].join('\n')}\n`,
    );
    if (drift > 0) process.exitCode = 1;
  } finally {
    await booted.stop();
  }
});

function lines(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([name, count]) => `${name}\t${count}`)
    .join('\n');
}
