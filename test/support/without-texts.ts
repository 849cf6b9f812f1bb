import { configureOutbox } from '../../server/platform/outbox/index.ts';
import { outboxSettings } from '../../server/platform/outbox/settings.ts';

/** Does something as in an office that sends no text messages, which this process then does again. */
export async function withoutTexts(work: () => Promise<void>): Promise<void> {
  const settings = outboxSettings();
  configureOutbox({ ...settings, textsOff: true });
  try {
    await work();
  } finally {
    configureOutbox(settings);
  }
}
