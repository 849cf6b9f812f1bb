import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import Mocha from 'mocha';

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** mocha's spec report on the console, and its own counts as a file for whoever needs a number. */
export default class CountingSpec extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    this.timeFiles(runner);
    runner.once('end', () => this.write(runner.stats));
  }

  write({ passes, failures, pending, duration }) {
    const files = [...this.files].map(([file, spent]) => ({ file, ...spent })).sort((a, b) => b.ms - a.ms);
    writeFileSync(
      process.env.TEST_REPORT ?? 'test/.out/report.json',
      JSON.stringify({ passes, failures, pending, duration, files }, null, 2),
    );
  }

  /** What each file took, its hooks and the products it waited for included: where to look when the run grows long. */
  timeFiles(runner) {
    this.files = new Map();
    let last = { at: Date.now(), cpu: cpuMs() };
    const spent = (what) => {
      const now = { at: Date.now(), cpu: cpuMs() };
      const file = what.file ?? what.parent?.file;
      const name = file === undefined ? '(hooks of all)' : relative(process.cwd(), file);
      const sum = this.files.get(name) ?? { ms: 0, cpuMs: 0 };
      this.files.set(name, {
        ms: sum.ms + now.at - last.at,
        cpuMs: Math.round(sum.cpuMs + now.cpu - last.cpu),
      });
      last = now;
    };
    for (const event of ['hook end', 'test end', 'suite end']) runner.on(event, spent);
  }
}
