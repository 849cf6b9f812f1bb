export { EXCHANGE_PERMISSIONS } from './exchange.permissions.ts';
export { exchangeRoutes } from './exchange.routes.ts';
