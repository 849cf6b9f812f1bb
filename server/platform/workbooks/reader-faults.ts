import { WorkbookFault } from './workbook-fault.ts';

/** Errors of the zip and sheet readers as our own: they all mean that this file cannot be read. */
export function ownFault(error: unknown): unknown {
  if (error instanceof WorkbookFault || !(error instanceof Error)) return error;
  if (/too many bytes|exceeds limit/iu.test(error.message)) return new WorkbookFault('bomb');
  const ofReader =
    /^(?:ParseError|ZipError|EncryptedFileError)$/u.test(error.name) ||
    /not enough bytes|invalid|unexpected end|incorrect|crc|inflate|end of data|distance|header/iu.test(
      error.message,
    );
  return ofReader ? new WorkbookFault('broken') : error;
}
