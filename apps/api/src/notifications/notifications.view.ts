import type { NotificationView } from '#contracts';
import { pathOfCase, type NotificationKind } from '#domain';
import { noticeText, type Language } from '#wording';

export interface NotificationRow {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly data: { readonly type?: string; readonly params?: Readonly<Record<string, unknown>> };
  readonly qualificationId: string | null;
  readonly caseNumber: string | null;
  readonly createdAt: Date;
  readonly readAt: Date | null;
  readonly language: Language;
}

/** @param origin where this service is found, without a slash at its end */
export function notificationView(row: NotificationRow, origin: string): NotificationView {
  const { type, params = {} } = row.data;
  const link = row.qualificationId && `${origin}${pathOfCase(row.qualificationId)}`;
  const words = noticeText(row.language, {
    ...{ kind: row.kind, params, link: link ?? '' },
    ...(type !== undefined && { type }),
    ...(row.caseNumber && { caseNumber: row.caseNumber }),
  });
  return {
    ...{ id: row.id, kind: row.kind, type: type ?? null, params },
    ...{ qualificationId: row.qualificationId, caseNumber: row.caseNumber, link },
    ...words,
    createdAt: row.createdAt.toISOString(),
    readAt: row.readAt?.toISOString() ?? null,
  };
}
