import { endDocumentLink, listDocuments, type DocumentView } from '#client';
import type { DocumentTarget } from '#domain';
import { Anchor, Button, FileButton, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, FileText, Hourglass } from 'lucide-react';
import type { Problem } from '../server/problem.js';
import { told } from '../server/told.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { ProblemText } from './problem-text.js';
import './documents.css';

/** A place in a case that documents prove something for. */
export interface DocumentPlace {
  readonly caseId: string;
  readonly target: DocumentTarget;
  readonly item: string;
}
const MOST = 200;
const LOOK_MS = 3_000;
const UNDER_WAY = ['receiving', 'quarantined'];

/** Documents of one place, newest first, read again while one of them is being examined. */
export function useDocuments({ caseId, target, item }: DocumentPlace) {
  const query = useQuery({
    queryKey: ['case', caseId, 'documents', target, item],
    queryFn: () => told(listDocuments({ path: { id: caseId }, query: { target, item, limit: MOST } })),
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status }) => UNDER_WAY.includes(status)) ? LOOK_MS : false,
  });
  return { ...query, items: (query.data?.items ?? []).filter(({ replacedById }) => !replacedById) };
}

export const contentOf = (id: string): string => `/v1/documents/${id}/content`;
const isShown = ({ status, shown }: DocumentView): boolean =>
  status === 'available' && shown?.type.startsWith('image/') === true;
const ICONS = { available: CircleCheck, refused: CircleAlert, erased: CircleAlert } as const;

function Picture({ of }: { readonly of: DocumentView }) {
  const say = useSay();
  const open = say('shell.document.open', { name: of.fileName });
  if (!isShown(of)) return <FileText aria-hidden size={40} className="document-icon" />;
  return (
    <a href={contentOf(of.id)} target="_blank" rel="noreferrer" aria-label={open}>
      <img src={contentOf(of.id)} alt="" loading="lazy" className="document-picture" />
    </a>
  );
}

interface DocumentsProps {
  readonly of: readonly DocumentView[];
  readonly place: DocumentPlace;
  /** Gives a newer edition; absent where nothing may be changed. */
  readonly onReplace?: (file: File, replacesId: string) => void;
}

/** What was received for a place, how its examination stands, and a way to replace it. */
export function Documents({ of, place, onReplace }: DocumentsProps) {
  if (of.length === 0) return null;
  return (
    <ul className="plain-list">
      {of.map((document) => (
        <Paper key={document.id} withBorder p="sm" component="li">
          <Group align="flex-start" wrap="nowrap" gap="sm">
            <Picture of={document} />
            <Stack gap={4} className="document-words">
              <Told of={document} />
              {onReplace && <Change of={document} place={place} onReplace={onReplace} />}
            </Stack>
          </Group>
        </Paper>
      ))}
    </ul>
  );
}

function Told({ of }: { readonly of: DocumentView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment } = useForms();
  const Icon = ICONS[of.status as keyof typeof ICONS] ?? Hourglass;
  return (
    <>
      {of.status === 'available' ? (
        <Anchor href={contentOf(of.id)} target="_blank" rel="noreferrer">
          {of.fileName}
        </Anchor>
      ) : (
        <Text>{of.fileName}</Text>
      )}
      <Text size="sm" className="due" role="status" c={of.status === 'refused' ? 'red.8' : undefined}>
        <Icon aria-hidden size={16} /> {say(`shell.document.${of.status}`)}
      </Text>
      {of.refusal && <Text size="sm">{sayCode('shell.document.refusal', of.refusal)}</Text>}
      <Text size="sm" c="var(--frame-quiet)">
        {moment(of.createdAt)}
      </Text>
    </>
  );
}

function Change({ of, place, onReplace }: ChangeProps) {
  const say = useSay();
  const queries = useQueryClient();
  const link = of.links.find(
    ({ target, item, endedAt }) => target === place.target && item === place.item && !endedAt,
  );
  const remove = useMutation<unknown, Problem, string>({
    mutationFn: (linkId) => told(endDocumentLink({ path: { id: of.id, linkId } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['case', place.caseId, 'documents'] }),
  });
  return (
    <>
      <Group gap="xs">
        <FileButton accept="image/*,application/pdf" onChange={(file) => file && onReplace(file, of.id)}>
          {(props) => (
            <Button
              {...props}
              variant="default"
              aria-label={say('shell.document.replace-of', { name: of.fileName })}
            >
              {say('shell.document.replace')}
            </Button>
          )}
        </FileButton>
        {link && (
          <Button
            variant="subtle"
            loading={remove.isPending}
            aria-label={say('shell.document.remove-of', { name: of.fileName })}
            onClick={() => remove.mutate(link.id)}
          >
            {say('shell.photo.remove')}
          </Button>
        )}
      </Group>
      {remove.error && <ProblemText error={remove.error} />}
    </>
  );
}
interface ChangeProps {
  readonly of: DocumentView;
  readonly place: DocumentPlace;
  readonly onReplace: (file: File, replacesId: string) => void;
}
