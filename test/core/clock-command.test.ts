import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Runs the command as a person would and waits for it to end by itself. */
function clock(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['server/launch.js', 'server/cli/clock.ts', ...args],
      { cwd: ROOT },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
      },
    );
  });
}

describe('npm run clock', () => {
  it('explains sixty working days from 12 January 2026', async () => {
    const { code, out } = await clock('--from', '2026-01-12', '--length', '60wd');
    assert.equal(code, 0);
    const answer: Record<string, unknown> = JSON.parse(out);
    assert.equal(answer['dueOn'], '2026-04-13');
    assert.equal(answer['provisional'], false);
    assert.deepEqual(answer['madeUp'], [
      { day: '2026-02-14', name: '春节' },
      { day: '2026-02-28', name: '春节' },
    ]);
    assert.ok(Array.isArray(answer['skipped']));
    assert.deepEqual(answer['skipped'].at(-1), { day: '2026-04-12', why: 'weekend' });
  });

  const answers: [string[], string, boolean][] = [
    [['--from', '2026-01-16', '--length', '30cd'], '2026-02-24', false],
    [['--from=2026-01-16', '--length=30cd', '--roll=back'], '2026-02-14', false],
    [['--from', '2026-01-16', '--length', '30cd', '--roll', 'none'], '2026-02-15', false],
    [['--from', '2025-10-05', '--length', '6mo'], '2026-04-07', false],
    [['--from', '2023-05-01', '--length', '3y'], '2026-05-06', false],
    [['--from', '2026-12-25', '--length', '10wd'], '2027-01-11', true],
  ];
  for (const [args, dueOn, provisional] of answers) {
    it(`${args.join(' ')} ends on ${dueOn}${provisional ? ', provisionally' : ''}`, async () => {
      const { code, out } = await clock(...args);
      assert.equal(code, 0);
      const answer: Record<string, unknown> = JSON.parse(out);
      assert.deepEqual([answer['dueOn'], answer['provisional']], [dueOn, provisional]);
    });
  }

  const refusals: [string[], RegExp][] = [
    [[], /--from[^]*Give the first day/],
    [['--from', '2026-02-30', '--length', '5wd'], /日期不存在[^]*Not a day that exists/],
    [['--from', '2026-01-12', '--length', '60'], /期限格式不对[^]*Not a length/],
    [['--from', '2026-01-12', '--length', '-5wd'], /期限格式不对[^]*Not a length/],
    [['--from', '2026-01-12', '--length', '999y'], /期限太长[^]*too long/],
    [['--from', '2026-01-12', '--length', '5wd', '--roll', 'sideways'], /只能是[^]*back, forward or none/],
    [['--from', '2026-01-12', '--from', '2026-01-13', '--length', '5wd'], /重复[^]*given twice/],
    [['--since', '2026-01-12'], /不认识的参数[^]*Unknown argument/],
    [['--from'], /缺少值[^]*no value/],
  ];
  for (const [args, sentence] of refusals) {
    it(`refuses “${args.join(' ')}” with a sentence in both languages and exit code 2`, async () => {
      const { code, out, err } = await clock(...args);
      assert.equal(code, 2);
      assert.equal(out, '');
      assert.match(err, sentence);
      assert.doesNotMatch(err, /\bat .*\.ts:/, 'no stack trace');
    });
  }

  it('explains itself, defaults included', async () => {
    const { code, out } = await clock('--help');
    assert.equal(code, 0);
    assert.match(out, /default: none for wd[^]*forward for cd, mo and y/);
  });
});
