export { CAMPAIGNS_PERMISSIONS } from './campaigns.permissions.ts';
export { campaignsRoutes } from './campaigns.routes.ts';
export { getBoard } from './get-board.ts';
export { listCampaigns } from './list-campaigns.ts';
export { moveCampaign, openCampaign } from './open-campaign.ts';
export { rollUpCampaigns } from './roll-up-campaigns.ts';
