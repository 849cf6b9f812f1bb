export { normaliseForSearch } from './normalise.ts';
export { searchFields, searchPaths } from './search-fields.ts';
export type { Searched, SearchFields } from './search-fields.ts';
export { searchFilter, searchFilterWithNames } from './search-filter.ts';
