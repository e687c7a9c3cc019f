import { mkdirSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MessageChannel, OutgoingMessage, SendOutcome } from './channel.js';

const Answers = z.record(
  z.string(),
  z.discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('sent'), providerId: z.string().optional() }),
    z.strictObject({ outcome: z.enum(['bounced', 'unknown', 'failed']), code: z.string() }),
  ]),
);

/**
 * Stands where the adapter of a telephone operator will: messages are written to `<folder>/<id>.json`, and what an operator
 * would have answered stands in `<folder>/answers.json` by number; `sent` for numbers that are not in it.
 */
export class RecordedSms implements MessageChannel {
  readonly kind = 'sms';

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }

  async send({ id, to, text }: OutgoingMessage): Promise<SendOutcome> {
    const answer = (await this.answers())[to] ?? { outcome: 'sent' };
    // Whoever waits for the file finds it whole.
    const file = join(this.folder, `${id}.json`);
    await writeFile(`${file}.part`, JSON.stringify({ to, text }), { mode: 0o600 });
    await rename(`${file}.part`, file);
    return answer.outcome === 'sent'
      ? { outcome: 'sent', providerId: answer.providerId ?? id }
      : { outcome: answer.outcome, code: answer.code };
  }

  close(): void {}

  private async answers(): Promise<z.infer<typeof Answers>> {
    const text = await readFile(join(this.folder, 'answers.json'), 'utf8').catch(() => '{}');
    return Answers.parse(JSON.parse(text));
  }
}
