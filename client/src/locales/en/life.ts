export default {
  step: '{kind}: {step}',
  done: 'Done: {step}',
  facts: 'What was recorded, and files',
  files: '{count} [[file/files]]',
  yuan: 'yuan',
};
