import { z } from 'zod';
import { secret } from './contacts.js';
import { returnTo } from './sign-in.contract.js';

/** What somebody may type or scan to check a qualification. */
export const Checkable = z.string().trim().min(1).max(100);
export const CheckQuery = z.object({ number: z.string().trim().max(100).optional() });
export type CheckQuery = z.infer<typeof CheckQuery>;

/** Of pages that lead on to another one. */
export const OnwardQuery = z.object({ returnTo: returnTo.default('/app/') });
export type OnwardQuery = z.infer<typeof OnwardQuery>;

/** What comes back with the first code of an authenticator app: the address that the page showed. */
export const EnrolmentForm = OnwardQuery.extend({
  uri: z
    .string()
    .max(500)
    .regex(/^otpauth:\/\/totp\//),
});

/** The link of an invitation as it stands in a message, or its last part alone. */
export const InvitationLink = z.object({
  link: z
    .string()
    .trim()
    .transform((text) => /([^/#]*)$/.exec(text)?.[1] ?? '')
    .pipe(secret),
});
