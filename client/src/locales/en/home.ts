export default {
  greeting: 'Hello {name}',
  openPages: 'Ready to use',
  glance: 'System at a glance',
  outbox: 'Outbox: {waiting} waiting, {failed} failed',
  comingTitle: 'What will appear here',
  comingLead:
    'These kinds of work are not open yet. Each says what you will see and the first step once it opens.',
  firstStep: 'First step: {step}',
  worker: { complaints: 'My complaints', payroll: 'My pay', projects: 'My sites' },
  lead: {
    worker: 'your pay, your sites and your complaints',
    gridOfficer: 'hazards, small matters and assisted filing in your grid',
    clerk: 'registering, supplementing and transferring at the intake desk',
    inspector: 'complaints and cases, what is due next first',
    bureauHead: 'approvals, supervision and progress',
    departmentLiaison: 'tasks sent to your department and projects of your industry',
    leader: 'the whole area: situation, supervision and reports',
    contractor: "your company's projects, rosters and monthly payroll",
    bank: 'wage accounts held at your branch and pay files',
    auditor: 'verifying the event chain; accounts, parameters and jobs',
    admin: 'accounts, areas, parameters, calendar and operations; never case content',
  },
  page: {
    users: 'Who may sign in, in which role and area',
    area: 'Divisions down to grids; member departments',
    parameter: 'What the region decides, with its ground',
    calendar: 'Holidays, make-up days, count a period',
    health: 'Store, mail, clock and disk',
    job: 'Work that runs by itself, and its runs',
    outbox: 'How mail, text messages and notices went out',
    chain: 'Events and signatures by day; verify them',
  },
  coming: {
    worker: {
      complaints: {
        what: 'Say in two minutes who owes you what, and always see what happens next.',
        step: 'scan the code on the site\'s board, or tap "I want to complain".',
      },
      payroll: {
        what: 'What was due and what was paid each month, line by line; say at once if it is wrong.',
        step: 'when the site has filed payroll, look whether it is right.',
      },
      projects: {
        what: 'Sites you worked on and the days you were there.',
        step: 'have the site register you with this phone number.',
      },
    },
    gridOfficer: {
      complaints: {
        what: 'File a complaint together with a worker who cannot use a phone, and hand over a receipt.',
        step: 'choose the site and fill it in together.',
      },
      alerts: {
        what: 'Early signs at sites in your grid that are worth a visit.',
        step: 'open one and note what you saw.',
      },
      coordination: { what: 'Tasks sent to your grid for checking.', step: 'visit and report back.' },
    },
    clerk: {
      complaints: {
        what: 'Complaints from desk, phone and platforms: register, receipt, supplement, transfer.',
        step: 'register one and print the receipt with its code.',
      },
      cases: {
        what: 'Which case an accepted complaint belongs to, and who leads it.',
        step: 'hand an accepted complaint to an inspector.',
      },
      projects: {
        what: 'Find the project, general contractor and subcontractors of a site.',
        step: 'choose the site from the registry when registering a complaint.',
      },
    },
    inspector: {
      complaints: {
        what: 'Complaints waiting for a decision, the next due first.',
        step: 'open one: accept, supplement, transfer or refuse.',
      },
      cases: {
        what: 'From filing to closure: how each deadline is counted, what comes next, documents and evidence.',
        step: 'accept a complaint and file the case.',
      },
      alerts: {
        what: 'Where payroll, attendance and accounts disagree, with facts and sources.',
        step: 'look at an alert and ask the company or send somebody.',
      },
      projects: {
        what: 'Filed, signed and paid by month and team.',
        step: 'see progress here once a project is registered.',
      },
      credit: {
        what: 'Compliance grades, dishonesty list and publications.',
        step: 'starts from the outcome of a case.',
      },
    },
    bureauHead: {
      cases: {
        what: 'Filings, extensions, decisions and transfers waiting for your approval.',
        step: 'open one, see the ground, approve or return it.',
      },
      alerts: {
        what: 'Alerts that reached the bureau, and how they are handled.',
        step: 'see an escalated alert and name who leads.',
      },
      coordination: {
        what: 'Tasks sent to departments, and what came back.',
        step: 'issue a supervision order on an overdue task.',
      },
      reports: {
        what: 'In-time rate, wages recovered, repeated complaints by period.',
        step: 'gathered by itself from casework.',
      },
    },
    departmentLiaison: {
      coordination: {
        what: 'Leads and tasks sent to your department, with day due and ground.',
        step: 'take a task and report the result.',
      },
      projects: {
        what: 'How projects of your industry keep the rules.',
        step: 'check the registered projects of your industry.',
      },
      alerts: {
        what: 'Alerts of projects of your industry.',
        step: 'look at an alert and press the company.',
      },
    },
    leader: {
      reports: {
        what: 'People and money in arrears and how far they are settled; each figure opens its records.',
        step: 'made by itself once there are cases and payroll.',
      },
      coordination: {
        what: 'Listed supervision, formal talks and what the joint meeting decided.',
        step: 'start supervision of a weighty case.',
      },
      alerts: { what: 'Red alerts and who answers for them.', step: 'see how red alerts are handled.' },
    },
    contractor: {
      projects: {
        what: 'Your projects, contracts, wage accounts, bonds and boards.',
        step: 'register the first project.',
      },
      payroll: {
        what: 'File attendance and payroll monthly; you are told at once which row is wrong and how to mend it.',
        step: 'fetch the workbook, fill it in, upload it.',
      },
      alerts: {
        what: 'Alerts you are asked to explain: facts, day due and consequence.',
        step: 'open one, explain and attach proof.',
      },
      credit: {
        what: 'Your compliance grade and wage credit certificate.',
        step: 'builds up once payroll is filed.',
      },
    },
    bank: {
      payroll: {
        what: 'Pay files to execute, and the result per line.',
        step: 'fetch the file, pay, send the results back.',
      },
      projects: {
        what: 'Wage accounts at your branch and what comes in.',
        step: 'appear here once an account is opened and filed.',
      },
    },
    auditor: {
      reports: {
        what: 'Samples of records closed as paid, compared with bank credits.',
        step: 'begins once cases are closed.',
      },
    },
  },
};
