export default {
  greeting: 'Hello {name}',
  openPages: 'Ready to use',
  comingTitle: 'What will appear here',
  comingLead:
    'These kinds of work are not open yet. Each says what you will see and what its first step will be.',
  firstStep: 'First step: {step}',
};
