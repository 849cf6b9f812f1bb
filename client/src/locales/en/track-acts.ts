/** What the rarer pages about a receipt say: rating, taking back, and a stranger’s check. */
export default {
  rate: {
    ask: 'How was it handled?',
    hint: 'For example: five stars if it was quick.',
    star: { 5: 'Very good', 4: 'Good', 3: 'Fair', 2: 'Poor', 1: 'Very poor' },
    words: 'Anything else (optional)',
    missing: 'Please tap a row of stars',
    done: 'Thank you for rating',
  },
  withdraw: {
    ask: 'Why do you want to withdraw?',
    hint: 'For example: I have got all my wages.',
    warning:
      'Afterwards we no longer ask for your money. If somebody presses you, do not withdraw; call 12333. The office calls you first.',
    reason: {
      paid: 'I have got all my wages',
      agreed: 'We agreed how it is paid',
      mistake: 'Filled in by mistake',
    },
    own: 'Or in your own words',
    missing: 'Please tap a reason or write a few words',
    send: 'Withdraw it',
    keep: 'Keep it going',
    done: 'Noted; the office will call you to be sure',
  },
  genuine: {
    title: 'Check of a receipt',
    yes: 'This receipt is genuine',
    yesText: 'Issued by this system and not changed.',
    no: 'It does not match',
    noText: 'Number or QR code are wrong: forged or copied wrongly. If in doubt call 12333.',
    number: 'Receipt number',
    office: 'Office',
    day: 'Received',
    mine: 'It is mine, see the progress',
  },
};
