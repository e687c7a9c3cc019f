import { readdirSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';

/**
 * A buyer's own system and a supplier's telephone, as a process of their own: nothing in it is Selvedge's. The system takes
 * webhooks and checks their signatures by the library that receivers use; the telephone shows what an operator was given.
 * `node receiver.js PORT SMS_FOLDER`, with the secret in WEBHOOK_SECRET. Its output is what they saw.
 */

/** An event as it arrived, once; repetitions are counted. */
interface Arrived {
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly sequence: string;
  times: number;
}
/** What the process tells whoever asks at `/seen`. */
export interface Seen {
  readonly events: readonly Arrived[];
  /** Requests whose signature does not verify. */
  readonly refused: number;
  readonly texts: readonly { readonly to: string; readonly text: string }[];
}

const [port = '0', folder = ''] = process.argv.slice(2);
const webhook = new Webhook(process.env['WEBHOOK_SECRET'] ?? '');
const events = new Map<string, Arrived>();
const texts = new Map<string, { to: string; text: string }>();
let refused = 0;

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Checked over the bytes as they came: what JSON makes of them is not what was signed. */
function verified(raw: Buffer, request: IncomingMessage): Arrived | undefined {
  try {
    return webhook.verify(raw, request.headers as Record<string, string>) as Arrived;
  } catch {
    return undefined;
  }
}

async function take(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const event = verified(await bodyOf(request), request);
  if (!event) {
    refused += 1;
    return void response.writeHead(401).end();
  }
  const { id, type, subject, sequence } = event;
  const known = events.get(id);
  if (known) known.times += 1;
  else {
    events.set(id, { id, type, subject, sequence, times: 1 });
    console.log(`system  ${subject.slice(-12)} ${sequence}  ${type}`);
  }
  response.writeHead(204).end();
}

function look(): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json') && !texts.has(name))) {
    if (file === 'answers.json') continue;
    const message = JSON.parse(readFileSync(join(folder, file), 'utf8')) as { to: string; text: string };
    texts.set(file, message);
    console.log(`phone   ${message.to}  ${message.text.replaceAll('\n', ' ')}`);
  }
}

createServer((request, response) => {
  // Whoever hangs up in the middle ends that request, not the system.
  if (request.method === 'POST') return void take(request, response).catch(() => response.destroy());
  look();
  const seen: Seen = { events: [...events.values()], refused, texts: [...texts.values()] };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(seen));
}).listen(Number(port), '127.0.0.1');
setInterval(look, 200);
process.once('SIGTERM', () => process.exit(0));
