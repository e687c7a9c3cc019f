import type { AddressesView } from '#contracts';
import type { MessageChannelKind } from '#domain';

export interface AddressRow {
  /** `code`: an e-mail address that waits for its code. */
  readonly channel: MessageChannelKind | 'code';
  readonly sealedAddress: string;
  readonly verifiedAt: Date | null;
  readonly bouncedAt: Date | null;
  readonly expiresAt: Date | null;
}
type Opened = AddressRow & { readonly address: string };

const at = (instant: Date | null): string | null => instant?.toISOString() ?? null;

/** A Telegram account is told by that it is linked: its number says nothing to anybody. */
export function addressesView(
  rows: readonly Opened[],
  channels: readonly MessageChannelKind[],
): AddressesView {
  const of = (channel: AddressRow['channel']): Opened | undefined =>
    rows.find((row) => row.channel === channel);
  const [email, code, telegram, phone] = [of('email'), of('code'), of('telegram'), of('sms')];
  return {
    email: email?.verifiedAt
      ? { address: email.address, verifiedAt: email.verifiedAt.toISOString(), bouncedAt: at(email.bouncedAt) }
      : null,
    emailToVerify: code?.expiresAt
      ? { address: code.address, expiresAt: code.expiresAt.toISOString() }
      : null,
    telegram: telegram?.verifiedAt
      ? { linkedAt: telegram.verifiedAt.toISOString(), bouncedAt: at(telegram.bouncedAt) }
      : null,
    phone: phone ? { number: phone.address, verifiedAt: at(phone.verifiedAt) } : null,
    channels: [...channels],
  };
}
