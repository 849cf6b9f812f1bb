import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { on } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { goalTable, judge, readTargets } from '../../bench/goals.ts';
import type { Targets } from '../../bench/goals.ts';
import { cpuSeconds, familyOf } from '../../bench/machine.ts';
import type { Row, Sample } from '../../bench/measure.ts';
import { PROJECT_ROOT } from '../../server/platform/project-root.ts';

const sample = (value: number, p99: number | null = null): Sample => ({ value, cpu: 2, p50: null, p99 });
const ROWS: Row[] = [
  { name: 'filing', unit: 'ops/s', samples: [sample(90, 80), sample(110, 120), sample(100, 130)] },
  { name: 'bare', unit: 'ops/s', samples: [sample(1_000, 10)] },
  { name: 'reading a file', unit: 's', samples: [sample(0.05)] },
  { name: 'lost', unit: 'times', samples: [sample(0)] },
];
const goal = { group: 'one', unit: '/s', better: 'more' } as const;
const TARGETS: Targets = {
  sizes: { one: { docs: 100 } },
  goals: [
    { ...goal, work: 'filing', row: 'filing', bar: 50, moonshot: 200, limit: 'bare' },
    {
      ...{ work: 'the slowest', row: 'filing', of: 'p99', unit: 'ms', better: 'less' },
      ...{ group: 'one', bar: 60 },
    },
    { group: 'one', work: 'a file', row: 'reading a file', unit: 'ms', better: 'less', bar: 25 },
    { group: 'one', work: 'none lost', row: 'lost', unit: '', better: 'less', bar: 0 },
    { ...goal, group: 'another', work: 'elsewhere', row: 'elsewhere', bar: 1 },
  ],
};

describe('the goals of the bench', () => {
  const judged = judge(TARGETS, 'one', ROWS, { docs: 100 });

  it('are judged by the median of the rounds, in the unit of the goal', () => {
    assert.deepEqual(
      judged.map(({ work, figure, met }) => ({ work, figure, met })),
      [
        { work: 'filing', figure: 100, met: true },
        { work: 'the slowest', figure: 120, met: false },
        { work: 'a file', figure: 50, met: false },
        { work: 'none lost', figure: 0, met: true },
      ],
    );
  });

  it('stand beside the goal and the bare limit as ratios of which more is better', () => {
    assert.deepEqual(
      judged.map(({ ofBar, ofLimit }) => [ofBar, ofLimit]),
      [
        [2, 0.1],
        [0.5, null],
        [0.5, null],
        [null, null],
      ],
    );
    assert.equal(judged[0]?.moonshotMet, false);
  });

  it('are read at the pace of the machine: a bare limit half as fast halves what is more, and doubles what is less', () => {
    const paced: Targets = {
      sizes: {},
      goals: [
        { ...goal, work: 'filing', row: 'filing', bar: 150, limit: 'bare', limitThere: 2_000 },
        {
          ...{ work: 'the slowest', row: 'filing', of: 'p99', unit: 'ms', better: 'less', group: 'one' },
          ...{ bar: 50, limit: 'bare', limitThere: 2_000 },
        },
        { ...goal, work: 'no pace', row: 'filing', bar: 150, limit: 'bare' },
      ],
    };
    const judged = judge(paced, 'one', ROWS, {});
    assert.deepEqual(
      judged.map(({ barHere, metHere, met }) => [barHere, metHere, met]),
      [
        [75, true, false],
        [100, false, false],
        [null, null, false],
      ],
    );
    assert.match(goalTable(judged), /≥ 75 \/s: met$/mu);
  });

  it('say when less was measured than they are meant for', () => {
    const [small] = judge(TARGETS, 'one', ROWS, { docs: 99 });
    assert.equal(small?.atSize, false);
    assert.match(goalTable(small === undefined ? [] : [small]), /met \(smaller\)$/u);
    assert.match(goalTable(judged), /NOT MET$/mu);
  });

  it('are never passed over in silence: a row that was not measured is an error', () => {
    assert.throws(() => judge(TARGETS, 'another', ROWS, {}), /elsewhere/u);
  });

  it('name rows and groups that the bench has', () => {
    const runner = source('bench/run.ts');
    for (const { group, row, limit, work } of readTargets().goals) {
      assert.ok(runner.includes(`  ${group}: () => import('./${group}.ts')`), `${work}: no group ${group}`);
      const text = [source(`bench/${group}.ts`), source('bench/machine.ts')].join('\n');
      // A name may be put together of a size, or of a moment, and what was done.
      for (const name of [row, ...(limit === undefined ? [] : [limit])])
        assert.ok(
          text.includes(name) || text.includes(name.split(': ')[1] ?? name),
          `${work}: no row ${name}`,
        );
    }
  });
});

const source = (path: string): string => readFileSync(fileURLToPath(new URL(path, PROJECT_ROOT)), 'utf8');

describe('the CPU time of the bench', () => {
  it('keeps what a process used that ended during the measure', async () => {
    const burn = 'const end = process.cpuUsage().user + 1e5; while (process.cpuUsage().user < end);';
    const parent = spawn(process.execPath, ['-e', PARENT, burn], { stdio: ['pipe', 'pipe', 'inherit'] });
    try {
      const said = on(parent.stdout, 'data');
      await said.next();
      const before = cpuSeconds(parent.pid);
      assert.equal(familyOf(parent.pid).length, 2);
      parent.stdin.write('end it');
      await said.next();
      assert.equal(familyOf(parent.pid).length, 1);
      assert.ok(cpuSeconds(parent.pid) >= before);
    } finally {
      parent.kill('SIGKILL');
    }
  });
});

/** Says when its child has worked for a while, ends it when told to, and says so. */
const PARENT = `
  const { spawn } = require('node:child_process');
  const work = process.argv[1] + '; console.log(1); setInterval(() => undefined, 1000)';
  const child = spawn(process.execPath, ['-e', work], { stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.once('data', () => console.log('worked'));
  child.once('close', () => console.log('ended'));
  process.stdin.once('data', () => child.kill());
`;
