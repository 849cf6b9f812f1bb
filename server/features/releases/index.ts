import './release-files.ts';

export { getRelease } from './get-release.ts';
export { listReleases } from './list-releases.ts';
export { moveRelease } from './move-release.ts';
export { openRelease } from './open-release.ts';
export { releaseKind } from './release-kind.ts';
export type { ReleaseRecord } from './release.model.ts';
export { Releases } from './release.model.ts';
export { RELEASES_PERMISSIONS } from './releases.permissions.ts';
export { releasesRoutes } from './releases.routes.ts';
