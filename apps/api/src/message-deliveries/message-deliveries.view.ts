import type { MessageDeliveryView } from '#contracts';

export type DeliveryRow = Omit<MessageDeliveryView, 'createdAt' | 'nextAt' | 'sentAt'> & {
  readonly createdAt: Date;
  readonly nextAt: Date | null;
  readonly sentAt: Date | null;
};

export const deliveryView = ({ createdAt, nextAt, sentAt, ...row }: DeliveryRow): MessageDeliveryView => ({
  ...row,
  createdAt: createdAt.toISOString(),
  nextAt: nextAt?.toISOString() ?? null,
  sentAt: sentAt?.toISOString() ?? null,
});
