import type { Booted } from '../server/boot.ts';
import { boot } from '../server/boot.ts';
import { runCommand } from '../server/cli/run-command.ts';
import { systemCtx } from '../server/platform/context.ts';
import type { Ctx } from '../server/platform/context.ts';
import { readBigPlan } from './big/read-plan.ts';
import type { BigPlan } from './big/run.ts';
import { seedBig } from './big/run.ts';
import { showProgress } from './big/show-progress.ts';
import { clearBells } from './clear-bells.ts';
import { runSeeds } from './run-seeds.ts';
import { seedDemo } from './seed-demo.ts';
import { seedWenshan2020 } from './wenshan-2020/run.ts';

const HELP = `npm run seed [-- wenshan-2020 | big --projects 300 --months 12]

Puts the reference data on record and, in demo mode, the demo region with its people and matters; what is there is left
as it is. 写入参考数据；演示模式下再写入演示地区、人员和事项。已有的不动。

wenshan-2020   January to April 2020 as the bureau of 文山市 reported it: generated records, the report's totals
               文山市 2020 年 1—4 月：记录为生成，合计数与工作情况一致（仅演示模式）
big            a county of generated sites, teams of 25, attendance and payrolls, for measuring
               生成的一个县：项目、每班 25 人、考勤、工资，供测速用（仅演示模式）
`;

type NamedSeed = (booted: Booted, ctx: Ctx, plan?: BigPlan) => Promise<Record<string, number>>;

const NAMED: Readonly<Record<string, NamedSeed>> = {
  'wenshan-2020': async (booted, ctx) => {
    const added = await seedWenshan2020(ctx, booted.config.dataDir);
    if ((added['complaints'] ?? 0) > 0) await clearBells(booted);
    return added;
  },
  big: async (_booted, ctx, plan = { projects: 300, months: 12 }) => ({
    ...(await seedBig(plan, ctx, showProgress(plan))),
  }),
};

async function seed(booted: Booted, names: readonly string[], plan?: BigPlan): Promise<void> {
  const { clock, config } = booted;
  const { demo, regionCode } = config;
  if (names.length === 0) {
    process.stdout.write(`${JSON.stringify(await seedDemo(booted))}\n`);
    return;
  }
  const ctx = systemCtx('seeds', { now: clock.now(), today: clock.today() });
  if (!demo) throw new Error('只在演示模式下生成记录 / generated records belong in demo mode only');
  await runSeeds({ ctx, demo, regionCode });
  for (const name of names) {
    const added = await NAMED[name]?.(booted, ctx, plan);
    // Beside the answer, so that a report asked for in the same line stands alone on standard output.
    process.stderr.write(`${JSON.stringify({ [name]: added })}\n`);
  }
}

await runCommand(HELP, async (args) => {
  const plan = readBigPlan(args);
  const names = plan === null ? args : ['big'];
  const unknown = names.find((name) => !Object.hasOwn(NAMED, name));
  if (unknown !== undefined) throw new Error(`没有这组数据 / no such set: ${unknown}`);
  const booted = await boot({ probe: false, bulk: plan !== null });
  try {
    await seed(booted, names, plan ?? undefined);
  } finally {
    await booted.stop();
  }
});
