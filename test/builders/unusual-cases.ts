const base = {
  received: { channel: 'counter', on: '2026-01-20' },
  events: [] as unknown[],
  today: '2026-02-10',
}
/** The plain case with these events, looked at on this day. */
export const withEvents = (events: unknown, today = base.today) => ({ ...base, events, today })

/** A case of an unusual shape, and what is said of it: the figures that matter, or a part of the one sentence against it. */
export const unusualCases: readonly (readonly [
  name: string,
  given: unknown,
  says: Record<string, unknown> | string,
])[] = [
  [
    'no events at all',
    { received: base.received, today: '2026-02-24' },
    { state: 'running', workingDaysLeft: 0 },
  ],
  ['a list of events that is null', withEvents(null), '事件的列表'],
  ['events in an object', withEvents({}), '事件的列表'],
  ['no today', { received: base.received }, '缺少today'],
  ['no receipt', { today: base.today }, '缺少received'],
  ['a receipt that is only a day', { ...base, received: '2026-01-20' }, 'received应为一个对象'],
  ['a channel in capitals', { ...base, received: { channel: 'Counter', on: '2026-01-20' } }, '接收渠道'],
  ['a channel that is a list', { ...base, received: { channel: ['counter'], on: '2026-01-20' } }, '一个列表'],
  ['30 February', { ...base, received: { channel: 'counter', on: '2026-02-30' } }, '不是真实的日期'],
  ['29 February of a common year', withEvents([], '2026-02-29'), '不是真实的日期'],
  ['a day without its zeros', withEvents([], '2026-2-9'), '不是真实的日期'],
  ['a minute before midnight', withEvents([], '2026-02-09T23:59:00+08:00'), '不是真实的日期'],
  ['a day with a line break', withEvents([], '2026-02-09\n'), '不是真实的日期'],
  ['a day as a number', withEvents([], 20_260_209 as unknown as string), '不是真实的日期'],
  ['today before the receipt', withEvents([], '2026-01-19'), '早于收到申请之日'],
  [
    'a receipt on a worked Saturday',
    { ...base, received: { channel: 'counter', on: '2026-02-14' }, today: '2026-02-14' },
    { dueOn: '2026-03-20', workingDaysLeft: 20 },
  ],
  [
    'a receipt on a Sunday',
    { ...base, received: { channel: 'oral', on: '2026-02-08' }, today: '2026-02-08' },
    { dueOn: '2026-03-12', workingDaysLeft: 20 },
  ],
  [
    'a receipt in a year without a calendar',
    { ...base, received: { channel: 'fax', on: '2018-12-20' }, today: '2018-12-21' },
    { provisional: true },
  ],
  [
    'a due day in a year without a notice',
    { ...base, received: { channel: 'email', on: '2026-12-10' }, today: '2026-12-11' },
    { dueOn: '2027-01-08', provisional: true },
  ],
  [
    'a receipt before any regulation',
    { ...base, received: { channel: 'counter', on: '1999-02-14' } },
    '2000-01-01',
  ],
  ['an event that is null', withEvents([null]), '第1个事件应为一个对象'],
  ['an event without a type', withEvents([{ on: '2026-02-02' }]), '缺少type'],
  ['an event of no known type', withEvents([{ type: 'withdrawn', on: '2026-02-02' }]), '不是规定的事件类型'],
  [
    'fields nobody asked for',
    { ...withEvents([{ type: 'extended', on: '2026-02-02', days: 5, note: '备注' }]), remark: 1 },
    { dueOn: '2026-03-02' },
  ],
  ['an extension in words', withEvents([{ type: 'extended', on: '2026-02-02', days: '5' }]), '应为整数'],
  ['an extension of half a day', withEvents([{ type: 'extended', on: '2026-02-02', days: 0.5 }]), '应为整数'],
  ['an extension of nothing', withEvents([{ type: 'extended', on: '2026-02-02', days: 0 }]), '1至20个工作日'],
  [
    'an extension on the last day',
    withEvents([{ type: 'extended', on: '2026-02-24', days: 20 }], '2026-02-24'),
    { dueOn: '2026-03-23', workingDaysLeft: 20 },
  ],
  [
    'an extension the day after',
    withEvents([{ type: 'extended', on: '2026-02-25', days: 20 }], '2026-02-25'),
    '不能再延期',
  ],
  [
    'an extension that is still to come',
    withEvents([{ type: 'extended', on: '2026-02-25', days: 99 }], '2026-02-24'),
    { dueOn: '2026-02-24' },
  ],
  [
    'two extensions of one day',
    withEvents([
      { type: 'extended', on: '2026-02-02', days: 5 },
      { type: 'extended', on: '2026-02-02', days: 5 },
    ]),
    '只能延期一次',
  ],
  [
    'two corrections',
    withEvents([
      { type: 'clarificationAsked', on: '2026-02-04', until: '2026-02-20' },
      { type: 'clarificationAnswered', on: '2026-02-03' },
      { type: 'clarificationAsked', on: '2026-01-26', until: '2026-02-12' },
    ]),
    '不能再次要求补正',
  ],
  [
    'a correction asked without a last day',
    withEvents([{ type: 'clarificationAsked', on: '2026-01-26', until: null }]),
    '缺少until',
  ],
  [
    'a correction due on a holiday, that day',
    withEvents([{ type: 'clarificationAsked', on: '2026-01-26', until: '2026-02-16' }], '2026-02-16'),
    {
      state: 'waitingForApplicant',
      applicantDueOn: '2026-02-16',
      dueOn: null,
      latestDueOn: null,
      workingDaysLeft: null,
    },
  ],
  [
    'a correction due on a holiday, the day after',
    withEvents([{ type: 'clarificationAsked', on: '2026-01-26', until: '2026-02-16' }], '2026-02-17'),
    { state: 'lapsed', applicantDueOn: '2026-02-16' },
  ],
  [
    'a corrected text on its last day',
    withEvents(
      [
        { type: 'clarificationAnswered', on: '2026-02-16' },
        { type: 'clarificationAsked', on: '2026-01-26', until: '2026-02-16' },
      ],
      '2026-02-17',
    ),
    { state: 'running', dueOn: '2026-03-20' },
  ],
  [
    'a corrected text a day late',
    withEvents(
      [
        { type: 'clarificationAnswered', on: '2026-02-17' },
        { type: 'clarificationAsked', on: '2026-01-26', until: '2026-02-16' },
      ],
      '2026-02-17',
    ),
    '逾期的补正',
  ],
  [
    'a party that never got its letter',
    withEvents([{ type: 'thirdPartyAsked', id: 'a', sentOn: '2026-02-05' }], '2026-12-31'),
    { state: 'paused', latestDueOn: null, dueOn: '2027-01-13', provisional: true },
  ],
  [
    'a party that will get its letter tomorrow',
    withEvents(
      [{ type: 'thirdPartyAsked', id: 'a', sentOn: '2026-02-05', receivedOn: '2026-02-07' }],
      '2026-02-06',
    ),
    { state: 'paused', latestDueOn: null, dueOn: '2026-02-25' },
  ],
  [
    'a party asked on the due day',
    withEvents(
      [{ type: 'thirdPartyAsked', id: 'a', sentOn: '2026-02-24', receivedOn: '2026-02-25' }],
      '2026-02-26',
    ),
    { state: 'paused', overdue: true, workingDaysLeft: -2, dueOn: '2026-02-24' },
  ],
  [
    'a party numbered instead of named',
    withEvents([{ type: 'thirdPartyAsked', id: 1, sentOn: '2026-02-05' }]),
    '不空的文字',
  ],
  ['a letter dated “on”', withEvents([{ type: 'thirdPartyAsked', id: 'a', on: '2026-02-05' }]), '缺少sentOn'],
  [
    'two letters of one name',
    withEvents([
      { type: 'agencyAsked', id: 'a', sentOn: '2026-02-05' },
      { type: 'agencyAsked', id: 'a', sentOn: '2026-02-06' },
    ]),
    '不同的编号',
  ],
  [
    'an opinion of somebody not asked',
    withEvents([
      { type: 'agencyAsked', id: 'a', sentOn: '2026-02-05' },
      { type: 'thirdPartyAnswered', id: 'a', on: '2026-02-06' },
    ]),
    '没有用这个编号',
  ],
  [
    'a co-maker flag in words',
    withEvents([{ type: 'agencyAsked', id: 'a', sentOn: '2026-02-05', coMaker: 'yes' }]),
    'true或false',
  ],
  [
    'a fee paid in parts',
    withEvents([
      { type: 'feeNoticed', on: '2026-01-26', receivedOn: '2026-01-27' },
      { type: 'feePaid', on: '2026-02-02' },
      { type: 'feePaid', on: '2026-02-03' },
    ]),
    '已经缴清过',
  ],
  [
    'a fee on its last day',
    withEvents([{ type: 'feeNoticed', on: '2026-02-03', receivedOn: '2026-02-04' }], '2026-03-10'),
    { state: 'waitingForFee', applicantDueOn: '2026-03-10' },
  ],
  [
    'a fee a day late',
    withEvents([{ type: 'feeNoticed', on: '2026-02-03', receivedOn: '2026-02-04' }], '2026-03-11'),
    { state: 'lapsed', applicantDueOn: '2026-03-10' },
  ],
  [
    'a fee notice that never arrived',
    withEvents([{ type: 'feeNoticed', on: '2026-02-03' }], '2029-03-12'),
    { state: 'waitingForFee', applicantDueOn: null },
  ],
  [
    'an answer on the spot',
    withEvents([{ type: 'answered', on: '2026-01-20', service: 'direct' }]),
    { state: 'answered', overdue: false, workingDaysLeft: null },
  ],
  [
    'an answer while waiting',
    withEvents([
      { type: 'clarificationAsked', on: '2026-01-26', until: '2026-02-12' },
      { type: 'answered', on: '2026-02-10' },
    ]),
    { state: 'answered', dueOn: null, applicantDueOn: null },
  ],
  [
    'the rest days after the due day',
    { ...base, received: { channel: 'counter', on: '2026-02-02' }, today: '2026-03-07' },
    { overdue: true, workingDaysLeft: 0 },
  ],
  [
    'an extension lost by a payment',
    withEvents(
      [
        { type: 'extended', on: '2026-02-24', days: 20 },
        { type: 'feeNoticed', on: '2026-02-25', receivedOn: '2026-02-25' },
        { type: 'feePaid', on: '2026-02-26' },
      ],
      '2026-03-01',
    ),
    { dueOn: '2026-03-25' },
  ],
  ['a list inside the list', [], '应为一个对象'],
  ['a word', '案件', '应为一个对象'],
  ['nothing', null, '应为一个对象'],
]
