import type { NotificationChannel } from './notification-kinds.js';

/** A way in which a message reaches a person. */
export type MessageChannelKind = NotificationChannel;

/**
 * What became of a message on a channel. `sending` is written down before the provider is asked; `bounced`: the address
 * takes no messages; `unsubscribed`: the person has said no meanwhile; `failed`: given up, or nobody knows whether it arrived.
 */
export const DELIVERY_STATUSES = ['queued', 'sending', 'sent', 'failed', 'bounced', 'unsubscribed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Minutes between one attempt and the next; after the last one, about a day, a message is given up. */
const PAUSES_MIN = [1, 5, 30, 120, 360, 720] as const;
/**
 * How long to wait before a message is tried again.
 * @param attempts made so far, 1 or more
 * @returns seconds, or undefined when it is given up
 */
export const pauseBeforeRetry = (attempts: number): number | undefined => {
  const minutes = PAUSES_MIN[attempts - 1];
  return minutes === undefined ? undefined : minutes * 60;
};

/** Whether a provider that does not say what became of a message may be asked again: e-mail carries the same Message-ID. */
export const mayBeRepeated = (channel: MessageChannelKind): boolean => channel === 'email';

/** How somebody can be reached, and what they want. */
export interface Reachable {
  /** Channels that are set up here and on which the person has an address that works. */
  readonly ways: readonly MessageChannelKind[];
  /** What the person chose for this kind of notice: channels, `none` among them; empty when they chose nothing. */
  readonly chosen: readonly (MessageChannelKind | 'none')[];
  /** The law wants them told: nobody can say no to it. */
  readonly legal: boolean;
  /** A message to a telephone costs money, and is for suppliers' people alone. */
  readonly supplier: boolean;
  /** Worth a message to a telephone: something waits for them, or is decided. */
  readonly matters: boolean;
}

/** Where the person linked their account on purpose comes first; a telephone last. */
const IN_ORDER = ['telegram', 'email', 'sms'] as const satisfies readonly MessageChannelKind[];

/**
 * The one channel on which somebody is told: of one event nobody gets two messages. When it bounces, the same question is
 * asked again without it.
 * @returns undefined when nothing is sent: they said no, or there is no way
 */
export function channelFor(person: Reachable): MessageChannelKind | undefined {
  const { ways, chosen, legal, supplier, matters } = person;
  const said = chosen.filter((one) => one !== 'none');
  if (chosen.includes('none') && !legal) return undefined;
  const wanted = IN_ORDER.filter((one) => said.includes(one) && ways.includes(one));
  if (wanted.length > 0) return wanted[0];
  if (said.length > 0 && !legal) return undefined;
  const usual = IN_ORDER.filter((one) => one !== 'sms' || (supplier && matters));
  return usual.find((one) => ways.includes(one));
}
