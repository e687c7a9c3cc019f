import type { NotificationSettingsView, SetNotificationSettings } from '#contracts';
import type { NotificationChannel, NotificationKind } from '#domain';

interface Choice {
  readonly kind: NotificationKind;
  readonly channel: NotificationChannel | 'none';
}
export interface SettingsRow {
  readonly language: NotificationSettingsView['language'];
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  readonly digest: NotificationSettingsView['digest'];
  readonly chosen: readonly Choice[] | null;
}

export function settingsView({
  language,
  quietFrom,
  quietUntil,
  digest,
  chosen,
}: SettingsRow): NotificationSettingsView {
  const channels: Partial<Record<NotificationKind, NotificationChannel[]>> = {};
  for (const { kind, channel } of chosen ?? []) {
    channels[kind] = [...(channels[kind] ?? []), ...(channel === 'none' ? [] : [channel])];
  }
  return {
    ...{ language, digest, channels },
    quietHours: quietFrom && quietUntil ? { from: quietFrom, until: quietUntil } : null,
  };
}

/** A row for each channel; a kind that is not wanted has the one row `none`. */
export const choicesIn = ({ channels }: SetNotificationSettings): readonly Choice[] =>
  Object.entries(channels).flatMap(([kind, wanted]) =>
    (wanted.length > 0 ? wanted : (['none'] as const)).map((channel) => ({
      kind: kind as NotificationKind,
      channel,
    })),
  );
