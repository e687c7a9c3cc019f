import { randomInt } from 'node:crypto';
import type { MessageView } from '#contracts';
import { until, type ApiClient } from './api-client.js';
import { Browser } from './browser.js';

/** All that a stack of development would have sent is seen at a time: so many people can be invited by message. */
export const MOST_BY_PHONE = 90;
const SHOWN = 200;

let last = randomInt(1_000_000);
/** Cambodian, and nobody else's here. */
function newNumber(): string {
  last = (last + 1) % 1_000_000;
  return `+85512${String(last).padStart(6, '0')}`;
}

/** A telephone with a number of its own. What it is sent is read where a stack of development shows it to the office. */
export class Telephone {
  readonly number = newNumber();

  constructor(private readonly office: ApiClient) {}

  /** Accept the invitation that this telephone was sent, with a code. Returns the browser that is signed in now. */
  async acceptInvitation(): Promise<Browser> {
    const secret = await this.find('invitation', /\/invitation\/([\w-]{43})/);
    const browser = new Browser(this.office.baseUrl);
    await browser.askForCode(this.number);
    const code = await this.find('phone-code', /\b(\d{6})\b/);
    await browser.enterCode(this.number, code, secret);
    return browser;
  }

  private async find(kind: string, what: RegExp): Promise<string> {
    const path = `/v1/messages?limit=${SHOWN}`;
    const mine = (one: MessageView): boolean => one.kind === kind && one.to.address === this.number;
    const message = await until(
      async () => (await this.office.get<{ items: MessageView[] }>(path)).items.find(mine),
      (found) => found !== undefined,
    );
    return what.exec(message?.text ?? '')?.[1] ?? '';
  }
}
