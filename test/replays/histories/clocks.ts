import type { Replay } from '../replay.ts';

const NOTICE = { basis: '事实和依据', intended: '拟责令支付', noticeMode: 'DIRECT' } as const;

/** Periods that are extended, stand still or are counted anew. */
export const CLOCKS: readonly Replay[] = [
  {
    title: 'an extension asked for and granted on the last day',
    filedOn: '2026-01-05',
    lines: [
      {
        ...{ on: '2026-01-05', by: 'inspector', act: 'investigate' },
        expect: { due: 'investigation 2026-04-03' },
      },
      {
        ...{ on: '2026-04-03', by: 'inspector', act: 'ask-extension', given: { reason: '案情复杂' } },
        expect: { open: ['!askExtension'] },
      },
      {
        ...{ on: '2026-04-03', by: 'head', act: 'approve-extension' },
        expect: { due: 'investigation 2026-05-20' },
      },
      {
        ...{ on: '2026-05-20', by: 'inspector', act: 'ask-extension', given: { reason: '再延' } },
        expect: { refused: '409 conflict' },
      },
      {
        ...{ on: '2026-05-20', by: 'inspector', act: 'end-investigation' },
        // 21–22, 25–29 May, 1–5, 8–10 June
        expect: { due: 'decision 2026-06-10' },
      },
    ],
  },
  {
    title: 'a suspension over the holiday, where the area lets the clock stand still',
    filedOn: '2026-02-02',
    lines: [
      { on: '2026-02-02', parameter: 'suspensionStopsClock', value: 'yes' },
      {
        ...{ on: '2026-02-02', by: 'inspector', act: 'investigate' },
        expect: { due: 'investigation 2026-05-07' },
      },
      {
        ...{ on: '2026-02-12', by: 'inspector', act: 'suspend' },
        given: { ground: 'DEBTOR_ABSCONDED', reason: '下落不明' },
        expect: { state: 'suspended', due: null },
      },
      {
        ...{ on: '2026-02-24', by: 'inspector', opens: 'decision' },
        given: { ...NOTICE, noticedOn: '2026-02-24' },
        expect: { refused: '409 notYet' },
      },
      {
        ...{ on: '2026-02-25', by: 'inspector', act: 'resume', given: { reason: '已找到' } },
        // 12, 13, 14 and 24 February were not counted: 8, 9, 11 and 12 May
        expect: { state: 'investigating', due: 'investigation 2026-05-12' },
      },
    ],
  },
  {
    title: 'a local holiday declared in the middle of a case',
    filedOn: '2026-09-14',
    lines: [
      { on: '2026-09-14', by: 'inspector', act: 'investigate' },
      {
        ...{ on: '2026-09-15', by: 'inspector', act: 'end-investigation' },
        // 16–18, 20 (made up), 21–24, 28–30 Sept, 8–9, 10 (made up), 12 Oct
        expect: { due: 'decision 2026-10-12' },
      },
      { on: '2026-09-15', holiday: '2026-09-17', expect: { due: 'decision 2026-10-13' } },
      { on: '2026-10-13', look: true, expect: { due: 'decision 2026-10-13', state: 'deciding' } },
    ],
  },
  {
    title: 'two suspensions, the second over Qingming and Labour Day, and an extension on the last day',
    filedOn: '2026-03-02',
    lines: [
      { on: '2026-03-02', parameter: 'suspensionStopsClock', value: 'yes' },
      {
        ...{ on: '2026-03-02', by: 'inspector', act: 'investigate' },
        // 21 in March, 1–3, 7–10, 13–17, 20–24, 27–30 April, 6–8, 9 (made up), 11–15, 18–22, 25–28 May
        expect: { due: 'investigation 2026-05-28' },
      },
      {
        ...{ on: '2026-03-16', by: 'inspector', act: 'suspend' },
        given: { ground: 'EVIDENCE_UNOBTAINABLE', reason: '账册在外省' },
        expect: {
          ...{ state: 'suspended', due: null, open: ['resume', '!askExtension', '!order'] },
          lacks: { suspensionApproval: '' },
        },
      },
      {
        ...{ on: '2026-03-16', by: 'inspector', drafts: 'suspensionApproval' },
        expect: { prints: { 中止事由: '暂时无法取得关键证据' } },
      },
      {
        ...{ on: '2026-03-23', by: 'inspector', act: 'resume', given: { reason: '账册已调取' } },
        // 16–20 March were not counted: 29 May, 1–4 June
        expect: { due: 'investigation 2026-06-04' },
      },
      {
        ...{ on: '2026-04-03', by: 'inspector', act: 'suspend' },
        given: { ground: 'DEBTOR_ABSCONDED', reason: '负责人失联' },
        expect: { due: null },
      },
      {
        ...{ on: '2026-05-06', by: 'inspector', act: 'resume', given: { reason: '已找到' } },
        // 3, 7–10, 13–17, 20–24, 27–30 April were not counted, nineteen days: 5, 8–12, 15–18, 22–26, 29–30 June,
        // 1–2 July
        expect: { state: 'investigating', due: 'investigation 2026-07-02' },
      },
      { on: '2026-07-02', by: 'inspector', act: 'ask-extension', given: { reason: '案情复杂' } },
      {
        ...{ on: '2026-07-02', by: 'head', act: 'approve-extension' },
        // 3, 6–10, 13–17, 20–24, 27–31 July, 3–7, 10–13 August
        expect: {
          due: 'investigation 2026-08-13',
          open: ['!askExtension'],
          lacks: { extensionApproval: '' },
        },
      },
      {
        ...{ on: '2026-07-03', by: 'inspector', drafts: 'extensionApproval' },
        expect: {
          prints: { 原到期日: '2026年7月2日', 延长后到期日: '2026年8月13日' },
        },
      },
    ],
  },
  {
    title: 'a year whose notice has not come: provisional until it does',
    filedOn: '2026-11-16',
    lines: [
      {
        ...{ on: '2026-11-16', by: 'inspector', act: 'investigate' },
        // 17–20, 23–27, 30 November; 23 in December; 1 January is off by law; 4–29 January; 1–4 February; lunar new year is
        // the 6th, and its eve to its third day, the 5th to the 8th, are off by law; 9–11 February
        expect: { due: 'investigation 2027-02-11 ?' },
      },
      {
        ...{ on: '2026-11-20', notice: 2027, worked: ['2027-01-30', '2027-02-20'] },
        off: [
          ['2027-01-01', '2027-01-03'],
          ['2027-02-05', '2027-02-11'],
        ],
        // without 1 January; 30 January (Saturday, made up) counts; 1–4, 12 and 15 February
        expect: { due: 'investigation 2027-02-15' },
      },
      { on: '2026-11-21', by: 'inspector', look: true, expect: { due: 'investigation 2027-02-15' } },
    ],
  },
];
