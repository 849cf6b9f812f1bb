import { isSignedText, signText } from '../../platform/audit/index.ts';
import { publicAddress } from '../projects/index.ts';

const PURPOSE = 'board';

/** What the QR of a board opens: a page of this installation, with its signature, so that a false board is found out. */
export const boardAddress = (code: string): string =>
  publicAddress(`/b/${code}?s=${signText(PURPOSE, code)}`);

/** The same site's complaint page without the signature, short enough to be typed: it is printed beside the QR. */
export const shortAddress = (code: string): string => publicAddress(`/c/${code}`);

/** Did this installation sign the board of this project? */
export const isBoardSignature = (code: string, signature: string): boolean =>
  isSignedText(PURPOSE, code, signature);
