import { z } from 'zod';
import { personalPhone, secret } from './contacts.js';
import { instant } from './primitives.js';

export const SetPhone = z.strictObject({ phone: personalPhone }).meta({ id: 'SetPhone' });
export type SetPhone = z.infer<typeof SetPhone>;
export const PhoneView = z
  .object({ phone: z.string(), verifiedAt: instant.nullable() })
  .meta({ id: 'PhoneView', description: 'The number a person signs in with.' });
export type PhoneView = z.infer<typeof PhoneView>;

export const RequestPhoneCode = z.strictObject({ phone: personalPhone }).meta({ id: 'RequestPhoneCode' });
export type RequestPhoneCode = z.infer<typeof RequestPhoneCode>;
export const PhoneCodeView = z.object({ expiresInSeconds: z.number().int() }).meta({
  id: 'PhoneCodeView',
  description: 'The same for every number. Somebody whose number is known here gets a code by message.',
});
export type PhoneCodeView = z.infer<typeof PhoneCodeView>;
export const SignInByPhone = z
  .strictObject({
    phone: personalPhone,
    code: z.string().regex(/^\d{6}$/, 'must be six digits'),
    invitation: secret.optional(),
  })
  .meta({
    id: 'SignInByPhone',
    description: 'With the secret of an invitation to that number, it is accepted.',
  });
export type SignInByPhone = z.infer<typeof SignInByPhone>;
