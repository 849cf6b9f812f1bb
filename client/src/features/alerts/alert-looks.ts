import type { AlertState, LadderStep, RiskCardView, RuleResultState } from '@core/contract/alerts.ts';
import type { StateLook } from '@/ui/state-look.ts';

/** How grave an alert or a whole card is. Grey is only where nothing is known. */
export const RISK_LOOKS: Record<RiskCardView['level'], StateLook> = {
  red: { labelKey: 'alerts.level.red', colour: 'danger', icon: 'alert' },
  yellow: { labelKey: 'alerts.level.yellow', colour: 'warning', icon: 'bell' },
  clear: { labelKey: 'alerts.level.clear', colour: 'good', icon: 'check' },
  noData: { labelKey: 'alerts.level.noData', colour: 'noData', icon: 'noData' },
};

/** What waits for the office is blue, what waits for somebody else or for the data amber, what is over is calm. */
export const ALERT_LOOKS: Record<AlertState, StateLook> = {
  raised: { labelKey: 'alerts.state.raised', colour: 'primary', icon: 'bell' },
  seen: { labelKey: 'alerts.state.seen', colour: 'notice', icon: 'eye' },
  answered: { labelKey: 'alerts.state.answered', colour: 'primary', icon: 'message' },
  contested: { labelKey: 'alerts.state.contested', colour: 'warning', icon: 'help' },
  acted: { labelKey: 'alerts.state.acted', colour: 'notice', icon: 'inspection' },
  cured: { labelKey: 'alerts.state.cured', colour: 'good', icon: 'check' },
  dismissed: { labelKey: 'alerts.state.dismissed', colour: 'ink', icon: 'close' },
  lapsed: { labelKey: 'alerts.state.lapsed', colour: 'ink', icon: 'hourglass' },
};

/** The later the step, the graver. */
export const STEP_LOOKS: Record<LadderStep, StateLook> = {
  payDay: { labelKey: 'alerts.step.payDay', colour: 'ink', icon: 'calendar' },
  remind: { labelKey: 'alerts.step.remind', colour: 'notice', icon: 'bell' },
  urge: { labelKey: 'alerts.step.urge', colour: 'warning', icon: 'bell' },
  order: { labelKey: 'alerts.step.order', colour: 'danger', icon: 'alert' },
};

/** What one rule of a card says. */
export const RESULT_LOOKS: Record<RuleResultState, StateLook> = {
  raised: { labelKey: 'alerts.result.raised', colour: 'warning', icon: 'alert' },
  noData: { labelKey: 'alerts.level.noData', colour: 'noData', icon: 'noData' },
  clear: { labelKey: 'alerts.result.clear', colour: 'good', icon: 'check' },
  off: { labelKey: 'alerts.result.off', colour: 'ink', icon: 'pause' },
};
