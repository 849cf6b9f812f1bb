/**
 * Every error a reader can meet: stable code → status, what happened and what to do next, in both languages.
 * Placeholders {like this} are filled from AppError's details; {wait} is their retryAfter in words.
 */
export interface ErrorEntry {
  status: number;
  zh: string;
  en: string;
  /** What the reader can do next. */
  nextZh: string;
  nextEn: string;
}

const entry = (status: number, zh: string, en: string, nextZh: string, nextEn: string): ErrorEntry => ({
  status,
  zh,
  en,
  nextZh,
  nextEn,
});

export const ERRORS = {
  // shape
  invalidInput: entry(
    422,
    '填写的内容有 {count} 处不对',
    '{count} [[field is/fields are]] not right',
    '请按每一项的提示修改后再提交',
    'Correct each listed field and submit again',
  ),
  malformedJson: entry(
    400,
    '发来的内容无法读取（不是有效的 JSON）',
    'What was sent cannot be read: it is not valid JSON',
    '请刷新页面后重试；程序对接的，请检查请求正文的格式',
    'Reload the page and try again; a program should check the body it sends',
  ),
  malformedForm: entry(
    400,
    '上传的表单不完整或格式不对',
    'The uploaded form is cut short or malformed',
    '请重新选择文件后再上传',
    'Choose the file again and upload it anew',
  ),
  wrongContentType: entry(
    415,
    '发来的内容不是这里接受的格式',
    'This kind of content is not accepted here',
    '请以 {accepted} 提交',
    'Send it as {accepted}',
  ),
  bodyTooLarge: entry(
    413,
    '一次提交的内容超过了 {limit}',
    'This is more than {limit}, the most that can be sent at once',
    '请分几次提交，或者换小一些的文件',
    'Send it in parts, or choose a smaller file',
  ),
  tooDeep: entry(
    422,
    '内容一层套一层，超过了能接受的层数',
    'The content is nested too deeply',
    '请减少层数后再提交',
    'Put less inside each other and send it again',
  ),
  requestTimeout: entry(
    408,
    '网络太慢，没有发完就断开了，没有保存',
    'The network was too slow: sending was cut off, nothing was saved',
    '请到网络好一些的地方再试一次',
    'Try again where the network is better',
  ),
  wrongHost: entry(
    421,
    '访问的网址不属于本系统',
    'This host name is not served here',
    '请使用公布的网址访问',
    'Use the published address',
  ),
  // who
  signInRequired: entry(
    401,
    '请先登录',
    'Sign in first',
    '登录后会回到这一页',
    'You will come back here after signing in',
  ),
  wrongCredentials: entry(
    401,
    '账号或密码不对',
    'The account or password is not right',
    '请核对后再试；忘记密码请找管理员重置',
    'Check and try again, or ask your administrator for a reset',
  ),
  secondFactorRequired: entry(
    401,
    '还需要输入动态验证码',
    'The one-time code of your authenticator is needed',
    '请输入身份验证器上的 6 位数字',
    'Enter the six digits shown by your authenticator',
  ),
  wrongCode: entry(
    401,
    '验证码不对或已过期',
    'The code is wrong or has expired',
    '请核对这 6 位数字再输一遍；还不对，就用新的验证码',
    'Check the six digits and enter them again; if that fails, use a newer code',
  ),
  wrongSignature: entry(
    401,
    '请求签名不对：{why}',
    'The request is not rightly signed: {whyEn}',
    '请按接口说明核对密钥、时间、随机数和正文摘要',
    'Check secret, time, nonce and the hash of the body as the API description says',
  ),
  signatureExpired: entry(
    401,
    '请求时间与服务器相差超过 5 分钟',
    'The time of the request is more than 5 minutes off',
    '请校准系统时间，重新签名后再发',
    'Set the clock right, sign again and send again',
  ),
  nonceUsed: entry(
    401,
    '这个随机数已经用过，请求没有再次受理',
    'This nonce was used before: the request was not taken a second time',
    '每次请求换一个随机数并重新签名；同一批数据重发不会重复登记',
    'Sign with a new nonce each time; the same data sent again is not stored twice',
  ),
  accountLocked: entry(
    429,
    '输错次数过多，暂时不能登录',
    'Too many wrong tries: signing in has to wait',
    '请在 {wait}后再试',
    'Try again in {wait}',
  ),
  accountDisabled: entry(
    403,
    '账号已停用',
    'This account is disabled',
    '请联系本单位管理员',
    'Contact your administrator',
  ),
  firstPasswordExpired: entry(
    403,
    '初始密码已过期',
    'The first password has expired',
    '请联系本单位管理员重置，拿到新密码后七天内登录',
    'Ask your administrator for another one and sign in within seven days',
  ),
  passwordChangeRequired: entry(
    403,
    '须先修改密码',
    'Change the password before going on',
    '请在“账号与安全”中修改密码',
    'Change it under Account and security',
  ),
  secondFactorSetupRequired: entry(
    403,
    '须先启用动态验证码',
    'Set up your authenticator before going on',
    '请在“账号与安全”中启用动态验证码',
    'Set it up under Account and security',
  ),
  forbidden: entry(
    403,
    '您的账号没有办理这件事的权限',
    'Your account is not allowed to do this',
    '工作上确实需要的，请联系本单位管理员',
    'If your work needs it, ask your administrator',
  ),
  metricsClosed: entry(
    403,
    '监控数据只给本机直接访问',
    'The figures are only for programs on this very machine',
    '要从别处读取，请设置 METRICS_TOKEN，并在 Authorization 里带上它',
    'To read them from elsewhere set METRICS_TOKEN and send it as a bearer token',
  ),
  metricsTokenWrong: entry(
    401,
    '监控令牌不对',
    'The token for the figures is wrong',
    '请检查采集方的令牌与 METRICS_TOKEN 是否一致',
    'Compare the token of the scraper with METRICS_TOKEN',
  ),
  wrongCsrf: entry(
    403,
    '页面打开太久，已经失效，没有保存',
    'The page was open for too long and is no longer valid; nothing was saved',
    '请刷新页面后重试',
    'Reload the page and try again',
  ),
  wrongOrigin: entry(
    403,
    '请求来自其他网站，已拒绝',
    'The request came from another site and was refused',
    '请从本系统页面操作',
    'Use the pages of this system',
  ),
  // what
  notFound: entry(
    404,
    '没有找到这条记录',
    'There is no such record',
    '请核对编号，或返回列表查找',
    'Check the number or search the list',
  ),
  noSuchRoute: entry(
    404,
    '没有这个页面或接口',
    'There is nothing at this address',
    '请从首页进入',
    'Start from the home page',
  ),
  methodNotAllowed: entry(
    405,
    '这个地址不支持该操作',
    'This address does not offer that method',
    '请从页面上操作；程序对接的，请看接口说明 /api/docs',
    'Use the pages; a program finds what is offered at /api/docs',
  ),
  conflict: entry(
    409,
    '现在不能这样办，情况可能已经变了',
    'This cannot be done as things stand now; something may have changed',
    '请刷新页面，看现在可以做哪些操作',
    'Reload the page and see what can be done now',
  ),
  jobRunning: entry(
    409,
    '“{nameZh}”已经在运行：{since} 开始，办理 {day} 的工作',
    '“{nameEn}” is running already: since {since}, for {day}',
    '请等它结束后再运行；进行到哪里、是否成功，看它的“运行记录”',
    'Wait until it has ended; its runs show how far it is and whether it succeeded',
  ),
  payrollAlreadySent: entry(
    409,
    '本班组本月的工资已送银行发放，不能再换表',
    'This team’s month has already been sent to the bank',
    '漏发少发的，请在下月工资表的“补发工资”栏填报',
    'What is missing goes into the next month as back pay',
  ),
  alreadyExists: entry(
    409,
    '已有相同的{what}',
    'The same {what} exists already',
    '请在列表中找到已有的那一条，在那里查看或修改',
    'Find the existing one in its list and read or change it there',
  ),
  staleVersion: entry(
    412,
    '这条记录刚被别人改过',
    'Somebody changed this record just now',
    '请刷新后重新修改',
    'Reload and make the change again',
  ),
  preconditionRequired: entry(
    428,
    '没有说明改的是这条记录的哪一版（缺少 If-Match）',
    'It was not said which version of the record was changed (If-Match is missing)',
    '请刷新页面后重试',
    'Reload the page and try again',
  ),
  idempotencyKeyRequired: entry(
    400,
    '这次提交没有带防止重复的编号（Idempotency-Key），没有保存',
    'The number that keeps a submission from being made twice (Idempotency-Key) is missing; nothing was saved',
    '请刷新页面后重试；程序对接的，请带上 8–100 个字符的唯一编号',
    'Reload the page and try again; a program sends a unique key of 8 to 100 characters',
  ),
  idempotencyKeyReused: entry(
    422,
    '这个防止重复的编号（Idempotency-Key）已用于另一份内容，这次没有保存',
    'This Idempotency-Key was used for another content; nothing was saved',
    '请刷新页面后重新提交；程序对接的，新的提交用新的编号',
    'Reload the page and submit again; a program uses a new key for a new submission',
  ),
  textsOff: entry(
    409,
    '本系统没有开通短信，不能用手机验证码登录',
    'This system sends no text messages, so nobody can sign in by phone here',
    '有账号和密码的，请用账号登录；没有的，请直接联系劳动监察机构办理',
    'Sign in with your login and password, or turn to the labour inspection office itself',
  ),
  // limits
  tooManyRequests: entry(429, '操作太频繁', 'Too many requests', '请在 {wait}后再试', 'Try again in {wait}'),
  quotaExceeded: entry(
    413,
    '您上传的文件加起来超过了 {limit}，这个文件没有保存',
    'Your files would take more than {limit} together; this one was not saved',
    '请先删除不需要的文件，或联系管理员',
    'Remove files you do not need first, or ask your administrator',
  ),
  // files
  noPayrollBefore: entry(
    404,
    '这个班组 {month} 没有报送过工资表，不能照着填',
    'This team filed no payroll of {month} to start from',
    '请改用“上传工作簿”或“在网页上填”',
    'Upload a workbook or type the month in instead',
  ),
  fileTypeRefused: entry(
    415,
    '不接受这种文件：{why}',
    'This kind of file is not accepted: {whyEn}',
    '请上传 {accepted}',
    'Upload one of {accepted}',
  ),
  workbookRefused: entry(
    415,
    '{zh}',
    '{en}',
    '改好后重新选择文件上传',
    'Choose the file again once that is done',
  ),
  fileBroken: entry(
    422,
    '文件已损坏或不完整：{why}',
    'The file is broken or incomplete: {whyEn}',
    '请重新生成或重新拍摄后上传',
    'Make or take it again and upload',
  ),
  fileInUse: entry(
    409,
    '文件已附在一条记录上，不能删除',
    'A record rests on this file, so it cannot be deleted',
    '需要更正时请在该记录中说明',
    'Say in that record what is wrong with it',
  ),
  tooManyUploads: entry(
    409,
    '同时进行的上传已达 {limit} 个',
    'There are {limit} uploads under way already',
    '请先完成或放弃其中一个',
    'Finish one of them or give it up first',
  ),
  uploadOffset: entry(
    409,
    '续传位置不对，应从 {offset} 字节开始',
    'The upload must resume at byte {offset}',
    '客户端会自动从该位置继续',
    'Resume from that byte',
  ),
  // cases
  caseArchived: entry(
    409,
    '本案已归档（{fileNumber}），只能查看',
    'This case lies in the archive ({fileNumber}) and can only be read',
    '确需修改的，请负责人先重新启动案件',
    'If something has to change, ask the head to open the case again first',
  ),
  caseNotReadyForArchive: entry(
    409,
    '还不能归档：{what}',
    'It cannot be archived yet: {whatEn}',
    '请先办结上述事项',
    'Bring these to an end first',
  ),
  ownRequest: entry(
    403,
    '不能审批自己提出的申请',
    'You cannot decide on a request you made yourself',
    '请由另一位负责人审批',
    'Ask another head to decide',
  ),
  notAllPaid: entry(
    409,
    '还有 {people} 人的工资未确认付清（按现有记录尚差 {yuan} 元），不能按“已付清”结案',
    'The wages of {people} [[person/people]] are not confirmed in full ({yuan} yuan still missing), so it cannot be closed as paid',
    '请登记银行到账或本人确认的付款，或选择其他结案方式',
    'Record bank credits or confirmations, or choose another ending',
  ),
  arrearsBelowPaid: entry(
    409,
    '{count} 人测算的欠薪少于案件已登记的付款，不能定稿',
    'For {count} [[person/people]] the sheet says less is owed than the case has payments on record',
    '请核对这些人的测算，或者撤销录错的付款',
    'Check these people’s lines, or take back a payment entered by mistake',
  ),
  arrearsUndecided: entry(
    409,
    '还有 {count} 行有争议或者没有数据，尚未认定，不能定稿',
    '{count} [[line is/lines are]] disputed or without data and not decided yet',
    '请逐行写明认定的数额和理由',
    'Say for each line what was found and why',
  ),
  arrearsStillOpen: entry(
    409,
    '还有 {count} 行双方没有答完，答复期限到 {answerBy}，期满前不能定稿',
    '{count} [[line is/lines are]] not answered by both sides yet, who have until {answerBy}',
    '等双方答复，或者期满后再定稿',
    'Wait for the answers, or settle once that day has passed',
  ),
  arrearsUntold: entry(
    409,
    '还有 {count} 行的劳动者没有收到通知（没有手机号、短信没有发到或者发晚了，或本系统不发短信），期满不答复不能当作答复，现在不能定稿',
    'No message reached the people of {count} [[line/lines]] (no phone, a text that did not arrive or came too late, or no texts are sent here): their silence is no answer',
    '请打电话或当面告知本人，再点“已另行告知”给一个新的答复期限；问不到的，点“核定”写明认定的数额和理由',
    'Tell them by phone or in person and say so with a new last day; of whom cannot be reached, say what was found and why',
  ),
  complainantUntold: entry(
    409,
    '要求补正的短信没有发到投诉人，不能以“没有补正”为由不予受理',
    'The text message that asked the complainant never arrived: that he added nothing is no ground against him',
    '请打电话或当面问他，再用“代录补充内容”写明他说了什么',
    'Ask him by phone or in person and write down what he said as his supplement',
  ),
  arrearsNotYetTold: entry(
    409,
    '通知 {count} 行的劳动者的短信还没有发出，他们不答复不能当作答复，现在不能定稿',
    'The text messages to the people of {count} [[line/lines]] have not gone out yet: their silence is no answer',
    '短信发出后再定稿；一直发不出的，系统会标为“没有收到通知”，届时可另行告知。急的话请管理员查看“发件箱”，或点“核定”写明认定的数额和理由',
    'Settle once they are sent; what cannot be sent is marked as untold and can then be told otherwise. If it is urgent, ask an administrator to look at the outbox, or say what was found and why',
  ),
  arrearsTooLong: entry(
    409,
    '这份测算书超过 {limit} 行，不能打印成一份文件',
    'This sheet has more than {limit} lines: too many for one paper',
    '请导出表格，或者分段测算',
    'Export it as a table, or calculate fewer months at a time',
  ),
  arrearsNothing: entry(
    409,
    '没有可以测算的人和月份',
    'There are no people and months to calculate',
    '请先把人员录入欠薪明细表，或者选择测算的月份',
    'Put people on the sheet of claims first, or choose the months',
  ),
  noMoneySeen: entry(
    409,
    '还没有任何一笔经确认的付款',
    'No payment has been confirmed yet',
    '请先登记银行到账或本人确认的付款，或选择其他结案方式',
    'Record a bank credit or a confirmation first, or choose another ending',
  ),
  setAside: entry(
    409,
    '您在本案的回避尚待决定，或者已经回避，不能签办',
    'Your recusal from this case is being decided or was approved, so you cannot sign',
    '请由另一位承办监察员办理，或等负责人决定',
    'Leave it to the other inspector, or wait for the head to decide',
  ),
  notYet: entry(
    409,
    '现在还不能办理：{zh}',
    'Not possible yet: {en}',
    '请按提示的日期或先办理前面的步骤',
    'Come back on the day named, or take the step before it first',
  ),
  proceedingsOpen: entry(
    409,
    '还有办理程序没有结束，不能结案：{zh}',
    'Proceedings have to end before the case does: {en}',
    '请先在“办理程序”中办完或者终结',
    'Finish or end them under Proceedings first',
  ),
  tooManyProceedings: entry(
    409,
    '一个案件最多 {limit} 项办理程序',
    'A case holds {limit} proceedings at most',
    '请先核对是否有重复的程序',
    'Check whether one was opened twice',
  ),
  complaintsStand: entry(
    409,
    '案内还有未撤回的投诉，不能按“撤诉”结案',
    'A complaint of this case still stands, so it cannot be closed as withdrawn',
    '请先办理每件投诉的撤回，或选择其他结案方式',
    'Settle each withdrawal first, or choose another ending',
  ),
  groupHasMembers: entry(
    409,
    '已有工友自己加入这件投诉，不能替他们整件结束',
    'Workmates have joined this complaint themselves, so it cannot be ended for them',
    '想退出的人各自退出自己那一份，其他人的继续办理',
    'Those who want to leave do so one by one; it goes on for the others',
  ),
  groupEnded: entry(
    409,
    '这件投诉已经办结，不能再加入或退出',
    'This complaint is over; nobody can join or leave it any more',
    '请与办理的劳动监察机构联系',
    'Please ask the office that handles it',
  ),
  tooManyRepresentatives: entry(
    409,
    '代表人已满 {most} 名',
    'There are {most} representatives already',
    '请先结束一名代表人，再增加',
    'End one representative first',
  ),
  moneySeen: entry(
    409,
    '这个人已有确认到账的付款，不能从明细表中移除',
    'A payment to this person is confirmed, so the row cannot be removed',
    '如金额有误，请修改欠薪月份和金额',
    'Correct the months and sums instead',
  ),
  // wages
  outflowRefused: entry(
    422,
    '专用账户只能给本项目的农民工发工资，这笔支出已拒绝并上报：{reason}',
    'This account pays this project’s workers only; the outflow was refused and reported ({code})',
    '请核对代发文件中的编号和金额',
    'Check reference and amount against the pay file',
  ),
  wageAccountMissing: entry(
    409,
    '这个项目还没有登记工资专用账户',
    'No wage account of this project is on record',
    '请先在项目的“工资专用账户”中登记',
    'Record the wage account of the project first',
  ),
  releaseOpen: entry(
    409,
    '这个项目已有同类申请正在办理',
    'One of this kind runs for this project already',
    '请在项目页打开正在办理的那一件；要重新开始的，先撤回它',
    'Open the one that runs from the page of the project; withdraw it to begin anew',
  ),
  wageAccountClosed: entry(
    409,
    '这个项目的工资专用账户已于 {day} 销户，不能再收付',
    'The wage account of this project was closed on {day}; nothing moves on it any more',
    '还要发工资的，请先为项目登记新开立的专用账户',
    'If wages are still to be paid, record a newly opened account of the project first',
  ),
  nothingToPay: entry(
    409,
    '没有可以代发的工资',
    'There is nothing to pay out',
    '请核对工资表是否已经全部代发',
    'Check whether these sheets have been sent in full',
  ),
  resultContradicts: entry(
    409,
    '代发编号 {reference} 已登记到账，不能改成另一种结果',
    'Line {reference} is on record as credited and cannot be answered otherwise',
    '请核对银行回单；登记错了的，在代发明细里勾选后点“更正：没有到账”',
    'Check the bank’s voucher; a credit that is wrong is taken back in the lines of the pay file',
  ),
  // papers
  documentIncomplete: entry(
    409,
    '文书还缺少：{missing}',
    'The paper still lacks: {missingEn}',
    '请在案件中补齐，或在文书中填写后再签发',
    'Complete the record or fill it in here, then issue it',
  ),
  documentNotFor: entry(409, '{why}', '{whyEn}', '请选择其他文书', 'Choose another paper'),
  templateRefused: entry(
    422,
    '模板没有采用：{why}',
    'The template was not taken: {whyEn}',
    '请按提示修改后重新上传',
    'Correct it as said and upload it again',
  ),
  // workbooks
  sheetBlocked: entry(
    409,
    '表中还有 {count} 处必须改正的问题，没有保存',
    'The sheet still has {count} [[problem/problems]] that must be put right; nothing was saved',
    '请下载标注的表格，改正后重新上传',
    'Download the marked workbook, correct it and upload it again',
  ),
  sheetGone: entry(
    409,
    '检查结果已失效（文件已更换或检查中断）',
    'The check no longer stands: the file changed or the check was cut off',
    '请重新上传并检查',
    'Upload the workbook and check it again',
  ),
  // rosters
  gateClosed: entry(
    409,
    '还不能进场，缺：{zh}',
    'Not let on site yet; missing: {en}',
    '请补齐后再办理进场',
    'Complete the record, then let the person in',
  ),
  boardIncomplete: entry(
    409,
    '告示牌还不能打印，缺：{missing}',
    'The board cannot be printed yet; it lacks: {missingEn}',
    '请先补齐这些内容',
    'Complete these first',
  ),
  // the system
  parameterNotSet: entry(
    409,
    '本地区尚未设置“{name}”',
    '“{name}” is not set for this area',
    '请管理员在“参数”中设置并注明依据',
    'An administrator can set it under Parameters, with its source',
  ),
  storeUnavailable: entry(
    503,
    '数据服务暂时不可用',
    'The data store is not available at the moment',
    '请稍后重试；没有得到答复的提交请原样再提交一次，不会重复登记',
    'Try again shortly; send again what got no answer, it is not registered twice',
  ),
  overloaded: entry(
    503,
    '系统正忙，这一项暂时排不上',
    'The system is busy and could not take this on in time',
    '没有保存任何内容，请在 {wait}后再试；投诉、查询进度和登录优先办理',
    'Nothing was saved; try again in {wait}. Filing, tracking and signing in go first',
  ),
  diskFull: entry(
    507,
    '服务器存储空间不足，未保存',
    'The server is out of disk space; nothing was saved',
    '请联系系统管理员',
    'Contact the system administrator',
  ),
  stopping: entry(
    503,
    '系统正在重启',
    'The system is restarting',
    '请几秒后重试',
    'Try again in a few seconds',
  ),
  internal: entry(
    500,
    '系统出错了',
    'Something went wrong on our side',
    '请稍后重试；报告问题时请附上编号 {requestId}',
    'Try again later; quote {requestId} when you report it',
  ),
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

/** One field that is not right: `path` is dotted from the part it is in (body, query, params). */
export interface FieldProblem {
  in: 'body' | 'query' | 'params' | 'headers';
  path: string;
  /** joi's rule, e.g. `string.min`, `any.required`, `object.unknown`. */
  rule: string;
  zh: string;
  en: string;
}

/** RFC 9457 problem details as this API sends them. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  detail: string;
  messages: { zh: string; en: string };
  next: { zh: string; en: string };
  fields?: FieldProblem[];
  details?: Record<string, string | number>;
  requestId: string;
}
