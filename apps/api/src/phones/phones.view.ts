import type { PhoneView } from '#contracts';

export interface PhoneRow {
  readonly sealedContact: string;
  readonly verifiedAt: Date | null;
}

export const phoneView = ({ verifiedAt }: PhoneRow, phone: string): PhoneView => ({
  phone,
  verifiedAt: verifiedAt?.toISOString() ?? null,
});
