/** Speech needs little; a minute is about 180 kB. */
const BITS_PER_SECOND = 24_000;
const KINDS = [
  ['audio/webm;codecs=opus', 'webm'],
  ['audio/mp4', 'm4a'],
  ['audio/ogg;codecs=opus', 'ogg'],
] as const;

/** By plain http a browser gives no microphone; then the phone's own recorder is asked for a file. */
export const canRecord = 'MediaRecorder' in window && 'mediaDevices' in navigator;

export interface Recording {
  stop: () => Promise<{ blob: Blob; extension: string }>;
  cancel: () => void;
}

/** Asks for the microphone and records until it is stopped; throws when the microphone is refused. */
export async function startRecording(): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
  const kind = KINDS.find(([mime]) => MediaRecorder.isTypeSupported(mime));
  const recorder = new MediaRecorder(stream, {
    audioBitsPerSecond: BITS_PER_SECOND,
    ...(kind && { mimeType: kind[0] }),
  });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void pieces.push(data);
  recorder.start(1000);
  // The red dot of the phone goes out as soon as nothing is recorded any more.
  const release = (): void => stream.getTracks().forEach((track) => track.stop());
  return {
    stop: () =>
      new Promise((resolve) => {
        recorder.onstop = () => {
          release();
          const type = recorder.mimeType.split(';')[0] ?? '';
          const extension = KINDS.find(([mime]) => mime.startsWith(type))?.[1] ?? 'webm';
          resolve({ blob: new Blob(pieces, { type }), extension });
        };
        recorder.stop();
      }),
    cancel: () => {
      recorder.onstop = null;
      if (recorder.state !== 'inactive') recorder.stop();
      release();
    },
  };
}
