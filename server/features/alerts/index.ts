import './alerts-setup.ts';

export * as actOnAlert from './act-on-alert.ts';
export { ALERTS_PERMISSIONS } from './alerts.permissions.ts';
export { alertsRoutes } from './alerts.routes.ts';
export { riskCardOfCode } from './get-risk-card.ts';
export type { CompanyAlert } from './alerts-of-companies.ts';
export { alertsOfCompanies } from './alerts-of-companies.ts';
export type { AlertNews } from './list-news.ts';
export { newsSince } from './list-news.ts';
export { getAlert, listAlerts } from './list-alerts.ts';
export { listRiskCards } from './list-risk-cards.ts';
export { openCaseOfAlert } from './open-case-of-alert.ts';
export { lastScanOn } from './scan/scan-state.model.ts';
export type { SiteCard } from './sites-for-figures.ts';
export { countOpenAlerts, factsOfSite, walkSiteCards } from './sites-for-figures.ts';
export { scanProjects } from './scan/scan-projects.ts';
export type { RedAlert } from './red-alerts-of.ts';
export { redAlertsOf } from './red-alerts-of.ts';
