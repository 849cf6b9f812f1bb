export default {
  lead: 'Work that runs by itself. What was missed while the system was down is made up; a second run for a day does nothing twice.',
  next: 'Next',
  last: 'Last',
  never: 'Not run yet',
  run: 'Run now',
  runOf: 'Run now: {name}',
  runConsequence:
    'Does all that fell due up to the chosen day and is not yet done; a worker starts within seconds. What is done is not repeated.',
  day: 'For day',
  dayHint: 'Today or earlier',
  history: 'Runs',
  historyOf: 'Runs: {name}',
  noRuns: 'No runs yet. It runs by itself when due, or now by hand.',
  forDay: 'Work of {day}',
  state: { running: 'Running', done: 'Done', failed: 'Failed', abandoned: 'Abandoned' },
  cause: { schedule: 'on schedule', catchUp: 'made up', byHand: 'by hand', commandLine: 'command line' },
};
