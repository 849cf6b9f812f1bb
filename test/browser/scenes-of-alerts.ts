import { open, openFirst, type Scene } from './scene.ts';

/** What the nightly look leaves on the desks: of the office, of the contractor, of the leader and of the admin. */
export const SCENES_OF_ALERTS: Record<string, Scene> = {
  'inspector-alerts': { play: open('inspector', '/alerts', 'tbody tr') },
  'inspector-alert': {
    play: openFirst('inspector', '/alerts?open=true&rule=filedNotPaid', () => true, '', '.alert-why, h1'),
  },
  'contractor-alerts': { play: open('contractor', '/alerts', 'tbody tr') },
  'leader-alerts': { play: open('leader', '/alert-figures', 'tbody tr') },
  'admin-alert-rules': { play: open('admin', '/alert-rules?areaCode=532601', 'h1') },
};
