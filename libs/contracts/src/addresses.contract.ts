import { z } from 'zod';
import { NOTIFICATION_CHANNELS } from '#domain';
import { email } from './contacts.js';
import { instant } from './primitives.js';

export const SetMyEmail = z.strictObject({ email }).meta({ id: 'SetMyEmail' });
export type SetMyEmail = z.infer<typeof SetMyEmail>;
export const VerifyMyEmail = z
  .strictObject({ code: z.string().regex(/^\d{6}$/, 'must be six digits') })
  .meta({ id: 'VerifyMyEmail' });
export type VerifyMyEmail = z.infer<typeof VerifyMyEmail>;
export const AddressCodeView = z
  .object({ expiresInSeconds: z.number().int() })
  .meta({ id: 'AddressCodeView', description: 'A code of six digits is on its way to the address.' });
export type AddressCodeView = z.infer<typeof AddressCodeView>;

export const AddressesView = z
  .object({
    email: z.object({ address: z.string(), verifiedAt: instant, bouncedAt: instant.nullable() }).nullable(),
    emailToVerify: z.object({ address: z.string(), expiresAt: instant }).nullable(),
    telegram: z.object({ linkedAt: instant, bouncedAt: instant.nullable() }).nullable(),
    phone: z.object({ number: z.string(), verifiedAt: instant.nullable() }).nullable(),
    channels: z.array(z.enum(NOTIFICATION_CHANNELS)),
  })
  .meta({
    id: 'AddressesView',
    description:
      'Where messages to oneself go; `channels` are those that are set up here. An address that bounced is not used ' +
      'until it is verified anew.',
  });
export type AddressesView = z.infer<typeof AddressesView>;

export const TelegramLinkView = z.object({ link: z.url(), expiresAt: instant }).meta({
  id: 'TelegramLinkView',
  description: 'Opened on a telephone it ties that Telegram account, once.',
});
export type TelegramLinkView = z.infer<typeof TelegramLinkView>;

/** Channels whose addresses may be marked as bounced; a telephone is replaced by another number. */
export const markedChannel = z.enum(['email', 'telegram']);
