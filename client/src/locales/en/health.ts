export default {
  lead: 'How store, mail, clock, disk and jobs are doing now.',
  again: 'Refresh',
  overall: 'Overall',
  versions: 'Versions',
  facts: 'Details',
  level: { good: 'Good', warning: 'Attention', bad: 'Fault', unknown: 'No data' },
  check: {
    store: 'Store',
    mail: 'Mail',
    clock: 'Clock',
    disk: 'Disk',
    jobs: 'Jobs',
    calendar: 'Work calendar',
    parameters: 'Regional parameters',
    eventChain: 'Event chain',
    keys: 'Keys',
  },
};
