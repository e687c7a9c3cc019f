import { z } from 'zod';
import { pageOfViews } from './page.contract.js';
import { id, instant } from './primitives.js';

/**
 * A path of this service to come back to after the sign-in: one slash, then no second one, no backslash and no control
 * character, all of which browsers read as the address of another host.
 */
export const returnTo = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\\\u0000-\u001f\u007f-\u009f]*$/, 'must be a path of this service');

export const SignInQuery = z.strictObject({ returnTo: returnTo.default('/app/') });
export type SignInQuery = z.infer<typeof SignInQuery>;

export const SwitchOrganisation = z.strictObject({ organisationId: id }).meta({ id: 'SwitchOrganisation' });
export type SwitchOrganisation = z.infer<typeof SwitchOrganisation>;

export const SessionView = z
  .object({
    id,
    organisationId: id,
    method: z.enum(['oidc', 'phone-code']),
    browser: z.string(),
    createdAt: instant,
    lastSeenAt: instant,
    endsAt: instant,
    secondFactorAt: instant.nullable(),
    endedAt: instant.nullable(),
    endReason: z.string().nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'SessionView', description: 'A person at a browser; `current` is the one that asks.' });
export type SessionView = z.infer<typeof SessionView>;
export const SessionPage = pageOfViews('SessionPage', SessionView);

export const AddIdentity = z
  .strictObject({
    subject: z
      .string()
      .min(1)
      .max(255)
      .regex(/^[^\u0000-\u001f\u007f-\u009f]+$/),
  })
  .meta({
    id: 'AddIdentity',
    description: 'As whom the configured sign-in provider knows the person (`sub`).',
  });
export type AddIdentity = z.infer<typeof AddIdentity>;
export const IdentityView = z
  .object({ id, issuer: z.string(), subject: z.string(), createdAt: instant })
  .meta({ id: 'IdentityView' });
export type IdentityView = z.infer<typeof IdentityView>;
export const IdentityPage = pageOfViews('IdentityPage', IdentityView);

/** Six digits of an authenticator app. */
const oneTimeCode = z.string().regex(/^\d{6}$/, 'must be six digits');
export const ConfirmSecondFactor = z.strictObject({ code: oneTimeCode }).meta({ id: 'ConfirmSecondFactor' });
export type ConfirmSecondFactor = z.infer<typeof ConfirmSecondFactor>;
export const VerifySecondFactor = z
  .union([
    z.strictObject({ code: oneTimeCode }),
    z.strictObject({ recoveryCode: z.string().trim().min(1).max(40) }),
  ])
  .meta({ id: 'VerifySecondFactor', description: 'A code of the app, or one of the recovery codes.' });
export type VerifySecondFactor = z.infer<typeof VerifySecondFactor>;
export const NewSecondFactorView = z
  .object({ uri: z.string() })
  .meta({ id: 'NewSecondFactorView', description: 'otpauth: address for an authenticator app; shown once.' });
export const RecoveryCodesView = z
  .object({ recoveryCodes: z.array(z.string()) })
  .meta({ id: 'RecoveryCodesView', description: 'Each good for one sign-in; shown once.' });
