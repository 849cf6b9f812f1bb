/** Pages that anybody may read, as the front page names them. */
export const PUBLIC_PAGES = [
  { key: 'violations', to: '/public/violations' },
  { key: 'notices', to: '/public/notices' },
  { key: 'listings', to: '/public/listings' },
  { key: 'supervision', to: '/public/supervision' },
  { key: 'statistics', to: '/public/statistics' },
  { key: 'rules', to: '/public/rules' },
  { key: 'roots', to: '/public/roots' },
] as const;
