import { DIGESTS, MUST_BE_TOLD, NOTIFICATION_CHANNELS, NOTIFICATION_KINDS } from '#domain';
import { z } from 'zod';
import { distinct } from './primitives.js';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day, for example 21:00');
const channels = distinct(z.enum(NOTIFICATION_CHANNELS), 0, NOTIFICATION_CHANNELS.length);
const mustBeTold = channels.min(
  1,
  'must name a channel: whoever is party to a decision has to be told of it',
);

const settings = {
  language: z.enum(['km', 'en', 'zh']),
  quietHours: z
    .strictObject({ from: time, until: time })
    .refine(({ from, until }) => from !== until, { path: ['until'], message: 'must differ from the start' })
    .nullable()
    .meta({ description: 'In Phnom Penh; null: none. What is urgent does not wait.' }),
  digest: z.enum(DIGESTS).meta({
    description:
      'What happened, told together at 08:00 in Phnom Penh, weekly on Mondays; all else is told at once.',
  }),
  channels: z
    .strictObject(
      Object.fromEntries(
        NOTIFICATION_KINDS.map((kind) => [kind, MUST_BE_TOLD.includes(kind) ? mustBeTold : channels]),
      ) as Record<(typeof NOTIFICATION_KINDS)[number], typeof channels>,
    )
    .partial()
    .meta({
      description: 'By kind; none: not told outside this service; a kind that is left out: what there is.',
    }),
};
export const SetNotificationSettings = z.strictObject(settings).meta({ id: 'SetNotificationSettings' });
export type SetNotificationSettings = z.infer<typeof SetNotificationSettings>;
export const NotificationSettingsView = z.object(settings).meta({ id: 'NotificationSettingsView' });
export type NotificationSettingsView = z.infer<typeof NotificationSettingsView>;
