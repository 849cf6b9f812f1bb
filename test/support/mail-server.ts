import type { AddressInfo, Socket } from 'node:net';
import PostalMime from 'postal-mime';
import type { Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail {
  from: string;
  to: string[];
  mail: Email;
}

export interface MailServer {
  url: string;
  received: ReceivedMail[];
  /** Answers the next messages with this SMTP code instead of taking them; `after` takes the mail and then fails. */
  refuse(
    answer: { code: number; text: string; times: number; at: 'recipient' | 'data' | 'after' } | null,
  ): void;
  /** Whenever this address is named: says that it is nobody's, or cuts the line without a word. */
  poison(address: string, how: 'refuse' | 'cut'): void;
  close(): Promise<void>;
}

/** A real SMTP server on loopback that keeps what it took. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let refusal: { code: number; text: string; times: number; at: 'recipient' | 'data' | 'after' } | null =
    null;
  const refused = (at: 'recipient' | 'data' | 'after'): Error | null => {
    if (refusal === null || refusal.at !== at || refusal.times === 0) return null;
    refusal.times -= 1;
    return Object.assign(new Error(refusal.text), { responseCode: refusal.code });
  };
  const poisoned = new Map<string, 'refuse' | 'cut'>();
  const lines = new Map<number, Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onRcptTo: ({ address }, { remotePort }, done) => {
      const how = poisoned.get(address);
      if (how === 'cut') lines.get(remotePort)?.destroy();
      else if (how === 'refuse')
        done(Object.assign(new Error(`<${address}> no such user`), { responseCode: 550 }));
      else done(refused('recipient'));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const early = refused('data');
        if (early !== null) return done(early);
        PostalMime.parse(Buffer.concat(chunks)).then((mail) => {
          const { mailFrom, rcptTo } = session.envelope;
          received.push({
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map((one) => one.address),
            mail,
          });
          done(refused('after'));
        }, done);
      });
    },
  });
  server.on('error', () => undefined); // a client cut off in mid-talk is part of the tests
  server.server.on('connection', (line: Socket) => {
    const { remotePort } = line;
    if (remotePort === undefined) return; // gone already
    lines.set(remotePort, line);
    line.once('close', () => lines.delete(remotePort));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo; // listening on TCP, so never a path or null
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse: (answer) => {
      refusal = answer;
    },
    poison: (address, how) => void poisoned.set(address, how),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
