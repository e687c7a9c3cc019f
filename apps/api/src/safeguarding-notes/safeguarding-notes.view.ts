import type { SafeguardingNoteView } from '#contracts';
import type { SafeguardingNoteRow } from '#persistence';

export const safeguardingNoteView = (row: SafeguardingNoteRow): SafeguardingNoteView => ({
  id: row.id,
  kind: row.kind,
  text: row.text,
  version: row.version,
  writtenBy: row.writtenBy,
  occurredAt: row.occurredAt.toISOString(),
});
