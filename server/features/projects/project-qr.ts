import { toString as qrToString } from 'qrcode';
import type { Ctx } from '../../platform/context.ts';
import { getProjectRecord } from './get-project.ts';

let publicUrl = '';

/** Where the QR of a board leads: the address this product is published at. */
export function configureProjects(settings: { publicUrl: string }): void {
  publicUrl = settings.publicUrl.replace(/\/$/u, '');
}

/** A path as others reach it, for QR codes and printed sheets. */
export const publicAddress = (path: string): string => `${publicUrl}${path}`;

/** The QR of `/c/<code>` for the rights board; it survives a torn or dirty corner (level Q). */
export async function projectQr(id: string, ctx: Ctx): Promise<string> {
  const { code } = await getProjectRecord(id, ctx);
  return qrToString(publicAddress(`/c/${code}`), { type: 'svg', margin: 2, errorCorrectionLevel: 'Q' });
}
