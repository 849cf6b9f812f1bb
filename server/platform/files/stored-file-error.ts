export type StoredFileFault = 'storedFileKeyMissing' | 'storedFileDamaged';

const WORDS: Record<StoredFileFault, string> = {
  storedFileKeyMissing:
    '打不开存储的文件：密钥文件里没有它用的密钥；请放回原来的密钥文件 / a stored file was sealed with a key that is not in the key file: put the original key file back',
  storedFileDamaged:
    '存储的文件已损坏或被改动过，请从备份中恢复 / a stored file was damaged or altered: restore it from a backup',
};

/** A stored file that does not open. Names the file by its fingerprint, never what it holds. */
export class StoredFileError extends Error {
  override readonly name = 'StoredFileError';
  readonly code: StoredFileFault;

  constructor(code: StoredFileFault, file: string) {
    super(`${WORDS[code]} (${file})`);
    this.code = code;
  }
}
