/** What `npm run replay` prints: what went wrong, then how many histories held. */
module.exports = function CountingReporter(runner) {
  let passed = 0;
  let failed = 0;
  runner.on('pass', () => (passed += 1));
  runner.on('fail', (test, error) => {
    failed += 1;
    process.stdout.write(`${test.fullTitle()}\n  ${error.message}\n`);
  });
  runner.on('end', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
};
