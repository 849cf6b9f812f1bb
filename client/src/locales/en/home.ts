export default {
  greeting: 'Hello {name}',
  openPages: 'Ready to use',
  glance: 'System at a glance',
  outbox: 'Outbox: {waiting} waiting, {failed} failed',
  now: 'To be done now',
  due: {
    overdue: 'overdue',
    dueToday: 'due today',
    within3: 'within 3 working days',
    pending: 'to be approved',
    open: 'open',
  },
  money: 'Owed in open cases {owed}, of which seen {seen}',
  thisMonth: 'This month so far',
  toReport: 'Open the period report',
  register: 'Register a complaint',
  work: {
    received: 'To be decided: accept or not',
    supplementing: 'Waiting for a supplement',
    offered: 'Offered to us',
    myCases: 'My cases',
    pendingCases: 'Cases waiting for my word',
    pendingComplaints: 'Refusals waiting for my word',
    overdueCases: 'Overdue cases',
  },
  nothing: {
    received: 'Nothing waits for a decision.',
    supplementing: 'Nothing waits for a supplement.',
    offered: 'Nothing is offered.',
    myCases: 'No open case is yours.',
    pendingCases: 'No case waits for your word.',
    pendingComplaints: 'No refusal waits for your word.',
    overdueCases: 'No case is overdue.',
  },
  ownProjects: 'Own projects under way',
  noOwnProjects: 'No project under way. Register one, then complete its papers by the checklist.',
  listMark: ', ',
  comingTitle: 'What will appear here',
  comingLead:
    'These kinds of work are not open yet. Each says what you will see and the first step once it opens.',
  firstStep: 'First step: {step}',
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
    complaint: 'Register, accept, supplement, transfer; due next first',
    case: 'From filing to closure: clocks, papers, evidence, people owed',
    project: 'Projects, their parties and the code of the site',
    company: 'Employers and parties; merge duplicates',
    worker: 'Workers on file; numbers are sealed',
    pay: 'File wages by team and month; review, bank and the workers’ answers',
    refresh: 'Wages the bank sent back: correct the card and send again',
    group: 'Teams and people, entry gate, settlement on leaving',
    todo: 'Each day, by device, workbook or hand',
    inspection: 'Routine, document and special inspections',
    outreach: 'Outreach and what was handed out',
    report: 'Figures for any period and area; export and print',
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
    inspector: {
      alerts: {
        what: 'Where payroll, attendance and accounts disagree, with facts and sources.',
        step: 'look at an alert and ask the company or send somebody.',
      },
      credit: {
        what: 'Compliance grades, dishonesty list and publications.',
        step: 'starts from the outcome of a case.',
      },
    },
    bureauHead: {
      alerts: {
        what: 'Alerts that reached the bureau, and how they are handled.',
        step: 'see an escalated alert and name who leads.',
      },
      coordination: {
        what: 'Tasks sent to departments, and what came back.',
        step: 'issue a supervision order on an overdue task.',
      },
    },
    departmentLiaison: {
      coordination: {
        what: 'Leads and tasks sent to your department, with day due and ground.',
        step: 'take a task and report the result.',
      },
      alerts: {
        what: 'Alerts of projects of your industry.',
        step: 'look at an alert and press the company.',
      },
    },
    leader: {
      coordination: {
        what: 'Listed supervision, formal talks and what the joint meeting decided.',
        step: 'start supervision of a weighty case.',
      },
      alerts: { what: 'Red alerts and who answers for them.', step: 'see how red alerts are handled.' },
    },
    contractor: {
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
