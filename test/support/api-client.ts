import { publishedShapes } from './published-shapes.ts';
import { UncheckedClient } from './unchecked-client.ts';

export type { Answer } from './unchecked-client.ts';

/** Speaks to a running product; whatever is answered must be what is published, and hold nothing more. */
export class ApiClient extends UncheckedClient {
  protected override received(method: string, res: Response, text: string): void {
    const type = res.headers.get('content-type') ?? '';
    publishedShapes().checkAddress(method, new URL(res.url).pathname, res.status, type, text);
  }
}
