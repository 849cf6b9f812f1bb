import './listings-setup.ts';

export { isListedOn, listedDays } from './after-step.ts';
export { listingFactsOf } from './listing-facts.ts';
export { getListing, listListings } from './list-listings.ts';
export { LISTING_KIND } from './listing-kind.ts';
export { Listings, everListed } from './listing.model.ts';
export type { ListingRecord } from './listing.record.ts';
export { LISTINGS_PERMISSIONS } from './listings.permissions.ts';
export { listingsRoutes } from './listings.routes.ts';
export { moveListing } from './move-listing.ts';
export { openListing } from './open-listing.ts';
export { publicListings } from './public-listings.ts';
