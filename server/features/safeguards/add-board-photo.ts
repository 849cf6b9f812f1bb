import type { BoardPhoto } from '../../core/contract/safeguards.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import { notAfterToday } from './day-checks.ts';
import { writePart } from './write-part.ts';

/** Five years of a photo a week; past that somebody's program runs wild. */
const MOST_PHOTOS = 260;

/** A photo of the board as it hangs on site; another one of the same day takes its place. @law REG-34-1 */
export async function addBoardPhoto(projectId: string, photo: BoardPhoto, ctx: Ctx): Promise<number> {
  notAfterToday('takenOn', photo.takenOn, ctx);
  return writePart(
    projectId,
    // A photo changes nothing anybody else may be writing: it joins whatever is there.
    { part: 'projectDepartment', version: 'whatever', action: 'safeguards.boardPhotoAdded' },
    async (_position, before) => {
      const others = (before?.boardPhotos ?? []).filter(({ takenOn }) => takenOn !== photo.takenOn);
      if (others.length >= MOST_PHOTOS) throw new AppError('quotaExceeded', { limit: `${MOST_PHOTOS}` });
      const boardPhotos = [...others, photo].sort((a, b) => (a.takenOn < b.takenOn ? -1 : 1));
      return {
        set: { boardPhotos },
        file: { id: photo.fileId, field: 'fileId', purpose: 'boardPhoto' },
        facts: { takenOn: photo.takenOn },
      };
    },
    ctx,
  );
}
