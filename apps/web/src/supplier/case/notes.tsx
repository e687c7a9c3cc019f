import { listNotes, type NoteView } from '#client';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { told } from '../../server/told.js';
import { useForms } from '../../words/forms.js';

const MOST = 200;

/** What others wrote to the supplier beside their decisions of this kind, newest first. */
export function useNotes(caseId: string, command: string): readonly NoteView[] {
  const { data } = useQuery({
    queryKey: ['case', caseId, 'notes'],
    queryFn: async () => (await told(listNotes({ path: { id: caseId }, query: { limit: MOST } }))).items,
  });
  return (data ?? []).filter((note) => note.command === command).toReversed();
}

/** The words of somebody as they wrote them, with the day. */
export function Note({ of: { text, occurredAt } }: { readonly of: NoteView }) {
  const { day } = useForms();
  return (
    text && (
      <blockquote className="note">
        <Text>{text}</Text>
        <Text size="sm" c="var(--frame-quiet)">
          {day(occurredAt)}
        </Text>
      </blockquote>
    )
  );
}
