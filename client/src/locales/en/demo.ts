export default {
  title: 'Demo inbox',
  lead: 'Demo mode sends no real text messages or mail; what would have gone out is here.',
  phone: 'Mobile number',
  empty: 'No messages yet',
  emptyText:
    'Ask for a code on the phone sign-in page, or invite somebody; the message appears within seconds.',
  openInbox: 'Read the code in the demo inbox',
};
