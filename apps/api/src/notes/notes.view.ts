import type { NoteView } from '#contracts';
import type { NoteRow } from '#persistence';

export const noteView = (row: NoteRow): NoteView => {
  const { id, seq, command, params, occurredAt, personId, organisationId, organisationName, text } = row;
  return {
    ...{ id, seq, command, params, text },
    occurredAt: occurredAt.toISOString(),
    by: { personId, organisation: { id: organisationId, name: organisationName } },
  };
};
