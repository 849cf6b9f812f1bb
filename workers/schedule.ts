import type { Job, JobInfo, ScheduledJob } from '../server/platform/jobs/index.ts';
import type { JobDeps } from './job-deps.ts';
import { askPaidWorkers } from './jobs/ask-paid-workers.ts';
import { checkCalendarAndParameters } from './jobs/check-calendar-and-parameters.ts';
import { countServedPapersJob } from './jobs/count-served-papers.ts';
import { disableUnusedAccounts } from './jobs/disable-unused-accounts.ts';
import { endPublicTerms } from './jobs/end-public-terms.ts';
import { drawRetentionLists } from './jobs/draw-retention-lists.ts';
import { drawTruthSamples } from './jobs/draw-truth-samples.ts';
import { deliverOutbox } from './jobs/deliver-outbox.ts';
import { openDueLeadsJob } from './jobs/open-due-leads.ts';
import { overdueWages } from './jobs/overdue-wages.ts';
import { proposeCreditGrades } from './jobs/propose-credit-grades.ts';
import { purgeApproved } from './jobs/purge-approved.ts';
import { recountDeadlines } from './jobs/recount-deadlines.ts';
import { reencrypt } from './jobs/reencrypt.ts';
import { remindSilentComplaints } from './jobs/remind-silent-complaints.ts';
import { rollUpCampaignsJob } from './jobs/roll-up-campaigns.ts';
import { rollUpDashboardJob } from './jobs/roll-up-dashboard.ts';
import { rollUpReportDays } from './jobs/roll-up-report-days.ts';
import { sealEvents } from './jobs/seal-events.ts';
import { sealFiles } from './jobs/seal-files.ts';
import { sendAlertNotices } from './jobs/send-alert-notices.ts';
import { sendDeadlineNotices } from './jobs/send-deadline-notices.ts';
import { signDailyRoot } from './jobs/sign-daily-root.ts';
import { sendWebhooks } from './jobs/send-webhooks.ts';
import { sweepOrphanFiles } from './jobs/sweep-orphan-files.ts';
import { sweepSessions } from './jobs/sweep-sessions.ts';
import { verifyRollUps } from './jobs/verify-roll-ups.ts';

interface Line extends JobInfo {
  make: (deps: JobDeps) => Job;
}

/** Everything that runs by itself; times are Asia/Shanghai. */
export const SCHEDULE: readonly Line[] = [
  {
    name: 'deliverOutbox',
    nameZh: '发送消息',
    nameEn: 'Deliver messages',
    cron: '*/3 * * * * *',
    make: deliverOutbox,
  },
  {
    name: 'askPaidWorkers',
    nameZh: '请工人核对工资',
    nameEn: 'Ask workers about their pay',
    cron: '*/15 * * * * *',
    make: askPaidWorkers,
  },
  {
    name: 'sendWebhooks',
    nameZh: '推送事件',
    nameEn: 'Send webhooks',
    cron: '*/5 * * * * *',
    make: sendWebhooks,
  },
  { name: 'sealEvents', nameZh: '事件入链', nameEn: 'Seal events', cron: '* * * * *', make: sealEvents },
  {
    name: 'signDailyRoot',
    nameZh: '每日签名',
    nameEn: 'Sign the daily root',
    cron: '10 0 * * *',
    make: signDailyRoot,
  },
  {
    name: 'rollUpReportDays',
    nameZh: '汇总统计数字',
    nameEn: 'Roll up the report figures',
    cron: '* * * * *',
    make: rollUpReportDays,
  },
  {
    name: 'rollUpDashboard',
    nameZh: '汇总驾驶舱数字',
    nameEn: 'Roll up the leader’s figures',
    cron: '*/5 * * * *',
    make: rollUpDashboardJob,
  },
  {
    name: 'rollUpCampaigns',
    nameZh: '统计冬季行动',
    nameEn: 'Count the winter campaigns',
    cron: '*/5 * * * *',
    make: rollUpCampaignsJob,
  },
  {
    name: 'verifyRollUps',
    nameZh: '核对汇总数字',
    nameEn: 'Compare kept figures with the records',
    cron: '30 4 * * *',
    make: verifyRollUps,
  },
  {
    name: 'countServedPapers',
    nameZh: '公告送达期满',
    nameEn: 'Count papers as served',
    cron: '20 0 * * *',
    make: countServedPapersJob,
  },
  {
    name: 'endPublicTerms',
    nameZh: '公布和证明期满',
    nameEn: 'End publications and certificates',
    cron: '25 0 * * *',
    make: endPublicTerms,
  },
  {
    name: 'sweepSessions',
    nameZh: '清理过期会话',
    nameEn: 'Sweep expired sessions',
    cron: '20 3 * * *',
    make: sweepSessions,
  },
  {
    name: 'disableUnusedAccounts',
    nameZh: '停用长期不登录的账号',
    nameEn: 'Close accounts nobody uses',
    cron: '25 3 * * *',
    make: disableUnusedAccounts,
  },
  {
    name: 'reencryptFields',
    nameZh: '更换加密密钥',
    nameEn: 'Re-encrypt with the active key',
    cron: '30 3 * * *',
    make: reencrypt,
  },
  {
    name: 'sealFiles',
    nameZh: '加密存储的文件',
    nameEn: 'Seal stored files',
    cron: '35 3 * * *',
    make: sealFiles,
  },
  {
    name: 'sweepOrphanFiles',
    nameZh: '清理无主文件',
    nameEn: 'Sweep orphan files',
    cron: '40 3 * * *',
    make: sweepOrphanFiles,
  },
  {
    name: 'checkCalendarAndParameters',
    nameZh: '检查日历与参数',
    nameEn: 'Check calendar and parameters',
    cron: '0 6 * * *',
    make: checkCalendarAndParameters,
  },
  {
    name: 'recountDeadlines',
    nameZh: '重算期限',
    nameEn: 'Recount deadlines',
    cron: '*/30 * * * *',
    make: recountDeadlines,
  },
  {
    name: 'openDueLeads',
    nameZh: '到期未发立线索',
    nameEn: 'Leads of wages that did not come',
    cron: '15 5 * * *',
    make: openDueLeadsJob,
  },
  {
    name: 'overdueWages',
    nameZh: '欠薪预警扫描',
    nameEn: 'Look for overdue wages',
    cron: '30 5 * * *',
    make: overdueWages,
  },
  {
    name: 'sendAlertNotices',
    nameZh: '预警提醒',
    nameEn: 'Warnings of the morning',
    cron: '20 8 * * *',
    make: sendAlertNotices,
  },
  {
    name: 'sendDeadlineNotices',
    nameZh: '期限提醒',
    nameEn: 'Deadline notices',
    cron: '30 8 * * *',
    make: sendDeadlineNotices,
  },
  {
    name: 'remindSilentComplaints',
    nameZh: '沉默来件提醒',
    nameEn: 'Remind of silent complaints',
    cron: '40 8 * * *',
    make: remindSilentComplaints,
  },
  {
    name: 'drawTruthSamples',
    nameZh: '发薪抽样调查',
    nameEn: 'Draw the truth samples',
    cron: '50 8 * * *',
    make: drawTruthSamples,
  },
  {
    name: 'proposeCreditGrades',
    nameZh: '提出年度守法诚信等级',
    nameEn: 'Propose the grades of the year before',
    cron: '40 4 * * *',
    make: proposeCreditGrades,
  },
  {
    name: 'drawRetentionLists',
    nameZh: '到期数据清单',
    nameEn: 'List what may be deleted',
    cron: '50 3 * * *',
    make: drawRetentionLists,
  },
  {
    name: 'purgeApproved',
    nameZh: '销毁已批准的到期数据',
    nameEn: 'Delete what was approved',
    cron: '0 4 * * *',
    make: purgeApproved,
  },
];

/** The schedule with its jobs ready to run. */
export function bindJobs(deps: JobDeps): ScheduledJob[] {
  return SCHEDULE.map(({ make, ...info }) => ({ ...info, job: make(deps) }));
}
