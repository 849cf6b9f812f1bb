import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** mocha's spec report on the console, and its own counts as a file for whoever needs a number. */
export default class CountingSpec extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending, duration } = runner.stats;
      const slowest = this.durations;
      writeFileSync(
        process.env.TEST_REPORT ?? 'test/.out/report.json',
        JSON.stringify({ passes, failures, pending, duration, slowest }, null, 2),
      );
    });
    this.durations = [];
    runner.on('pass', (test) => {
      if (test.duration > 2000) this.durations.push({ title: test.fullTitle(), ms: test.duration });
    });
  }
}
