export { listOrders, ordersWith } from './list-orders.ts';
