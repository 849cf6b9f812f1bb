export default {
  title: 'Work in progress',
  running: 'running',
  done: 'done',
  failed: 'failed',
  mayLeave: 'You may leave this page; a notice comes when it is done',
};
