import type { Request } from 'express';
import type { Locale } from '../../core/contract/accounts.ts';
import type { Route } from '../../platform/http/route.ts';
import { routesFor } from '../../platform/http/route.ts';
import { idParams } from '../../platform/http/shapes.ts';
import { sendTable } from '../../platform/tables/index.ts';
import { caseListings } from './case-listings.ts';
import { editPersons, revealPerson } from './edit-persons.ts';
import { listingsTable } from './export-listings.ts';
import { getListing, listListings } from './list-listings.ts';
import { LISTINGS_PERMISSIONS } from './listings.permissions.ts';
import * as shape from './listings.schemas.ts';
import { moveListing } from './move-listing.ts';
import { openListing } from './open-listing.ts';
import { publicListings } from './public-listings.ts';

const { route, raw } = routesFor(LISTINGS_PERMISSIONS);
const localeOf = (req: Request): Locale => (req.acceptsLanguages('zh-CN', 'en') === 'en' ? 'en' : 'zh-CN');

export const listingsRoutes: Route[] = [
  route(
    'get /listings',
    'listings.list',
    { rate: 'read', query: shape.listListingsQuery, says: ['失信名单', 'Dishonesty list'] },
    ({ query, ctx }) => listListings(query, ctx),
  ),
  raw(
    'get /listings/export',
    'listings.export',
    {
      rate: 'export',
      query: shape.exportListingsQuery,
      says: ['导出失信名单', 'Export the dishonesty list'],
    },
    ({ query, ctx }, req, res) => sendTable(res, listingsTable(query, ctx, localeOf(req))),
  ),
  route(
    'get /listings/:id',
    'listings.view',
    { rate: 'read', params: idParams, says: ['一项列入办理', 'One listing'] },
    ({ params, ctx }) => getListing(params.id, ctx),
  ),
  route(
    'get /cases/:id/listings',
    'listings.ofCase',
    { rate: 'read', params: idParams, says: ['案件的列入办理', 'Listings of a case'] },
    ({ params, ctx }) => caseListings(params.id, ctx),
  ),
  route(
    'post /listings',
    'listings.open',
    {
      ...{ rate: 'write', body: shape.openListingBody, idempotent: true, status: 201 },
      says: ['提出列入失信名单', 'Propose a listing'],
    },
    ({ body, ctx }) => openListing(body, ctx),
  ),
  route(
    'post /listings/:id/moves/:action',
    'listings.move',
    {
      ...{ rate: 'write', params: shape.moveParams, body: shape.moveListingBody, versioned: true },
      says: ['列入办理的一步', 'A step of a listing'],
    },
    ({ params, version, body, ctx }) => moveListing({ ...params, version, given: body.given }, ctx),
  ),
  route(
    'put /listings/:id/persons',
    'listings.persons',
    {
      ...{ rate: 'write', params: idParams, body: shape.listedPersonsBody, versioned: true },
      says: ['更正一并列入的人员', 'Put right who is listed beside the company'],
    },
    ({ params, version, body, ctx }) => editPersons(params.id, version, body, ctx),
  ),
  route(
    'post /listings/:id/persons/:personId/reveal',
    'listings.reveal',
    {
      ...{ rate: 'read', params: shape.personParams, body: shape.revealPersonBody },
      says: ['查看人员证件号码', 'See the identity number of a listed person'],
    },
    ({ params, body, ctx }) => revealPerson(params, body, ctx),
  ),
  route(
    'get /public/listings',
    'listings.public',
    { rate: 'read', query: shape.publicListingsQuery, says: ['公布的失信名单', 'The published list'] },
    ({ query, ctx }) => publicListings(query, ctx),
  ),
];
