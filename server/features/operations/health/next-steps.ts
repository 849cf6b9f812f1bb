import type { HealthCheck } from '../../../core/contract/operations.ts';

/** What to do about each check that is not good. */
export const NEXT_STEPS: Record<HealthCheck['name'], readonly [zh: string, en: string]> = {
  store: ['检查数据盘和机器的负载', 'Look at the disk and the load of the machine'],
  redis: [
    '检查 REDIS_URL 的地址和口令，以及 Redis 是否在运行；恢复后自动接上',
    'Check address and password in REDIS_URL and that Redis runs; the servers take it up by themselves',
  ],
  files: [
    '检查各项 S3_ 设置、对象存储是否在运行，以及密钥的权限：读、写、删对象，列出桶；恢复后自动接上',
    'Check the S3_ settings, that the service runs, and the rights of the key: read, write and delete objects, list the bucket; it is taken up again by itself',
  ],
  mail: [
    '设置 SMTP_URL，或检查邮件服务器的地址、口令和防火墙',
    'Set SMTP_URL, or check address, password and firewall of the mail server',
  ],
  sms: ['设置 SMS_URL 和 SMS_SECRET', 'Set SMS_URL and SMS_SECRET'],
  clock: [
    '打开本机和数据库机器的时间同步（NTP）',
    'Turn on time synchronisation (NTP) here and at the store',
  ],
  disk: ['清理或扩大数据盘', 'Make room on the disk of DATA_DIR, or enlarge it'],
  jobs: [
    '刚启动的，几分钟后再检查；否则确认 npm start 或 npm run start:workers 在运行，在“定时任务”查看失败原因',
    'Just started: look again in a few minutes; else see that npm start or npm run start:workers runs; the jobs page tells why one failed',
  ],
  calendar: ['在“工作日历”录入放假安排', 'Enter the holiday notice on the calendar page'],
  parameters: ['在“地区参数”补上，并写明依据', 'Set them on the parameters page, each with its source'],
  eventChain: [
    '确认任务进程在运行，再运行“每日签名”任务和 npm run verify-chain',
    'See that a worker runs, then run the daily root job and npm run verify-chain',
  ],
  outbox: [
    '检查邮件和短信设置，在“发件箱”查明原因后重发',
    'Check the mail and SMS settings; the outbox page tells why, and sends again',
  ],
  keys: [
    '运行 npm run rotate-keys，做完为止；要换加密算法的，加 --add',
    'npm run rotate-keys until it is done; with --add for another suite',
  ],
  migrations: [
    '等启动完成；一直不动的，看日志里的“migration”，排除原因后重新启动，它会接着做',
    'Let the start end; where it stands still, see “migration” in the log, mend what it names and start again: it goes on from there',
  ],
};
