import type { Route } from '../../platform/http/route.ts';
import { ledgerRoutes } from './ledger.routes.ts';
import { myPayRoutes } from './my-pay.routes.ts';
import { payrollFilingRoutes } from './payroll-filing.routes.ts';
import { payrollLifeRoutes } from './payroll-life.routes.ts';

export const payrollRoutes: Route[] = [
  ...payrollFilingRoutes,
  ...payrollLifeRoutes,
  ...ledgerRoutes,
  ...myPayRoutes,
];
