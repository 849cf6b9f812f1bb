export { NOTIFICATIONS_PERMISSIONS } from './notifications.permissions.ts';
export { notificationsRoutes } from './notifications.routes.ts';
export { configureNotifications } from './notifications.settings.ts';
export { readAllNotifications } from './read-notifications.ts';
