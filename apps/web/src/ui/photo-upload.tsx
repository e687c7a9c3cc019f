import { Button, FileButton, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { Camera, CircleAlert, FolderOpen, Smartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Entry } from '../offline/entry.js';
import { photoOf, UnreadablePicture } from '../offline/photo.js';
import { useDevice, useQueue } from '../offline/use-device.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import { Documents, useDocuments, type DocumentPlace } from './documents.js';

const PICTURES = 'image/*';
const FILES = 'image/*,application/pdf';

/** Keeps files on this device for a place of a case; they are sent from the queue. */
export function useKeepFiles({ caseId, target, item }: DocumentPlace) {
  const device = useDevice();
  const [failed, setFailed] = useState<string>();
  const keep = async (files: readonly File[], replacesId?: string) => {
    setFailed(undefined);
    try {
      for (const file of files) {
        const about = { qualificationId: caseId, target, item, ...(replacesId && { replacesId }) };
        await device.queue.add(
          { name: placeName({ caseId, target, item }), caseId },
          await photoOf(file, about),
        );
      }
    } catch (error) {
      setFailed(reasonOf(error));
    }
    void device.send();
  };
  return { keep, failed };
}
const placeName = ({ caseId, target, item }: DocumentPlace): string => `photo/${caseId}/${target}/${item}`;
function reasonOf(error: unknown): string {
  if (error instanceof UnreadablePicture) return 'unreadable';
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return 'device-full';
  throw error;
}

/** What waits on this device for a place, and what was received from here, oldest first. */
export function useKept(place: DocumentPlace) {
  const { entries, receipts } = useQueue();
  const name = placeName(place);
  return {
    waiting: entries.filter((entry) => entry.place === name),
    received: receipts.filter((receipt) => receipt.place === name),
  };
}

/** One photo that was not received yet: how far it is, or why it was not taken. */
function Waiting({ entry }: { readonly entry: Entry }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  const device = useDevice();
  if (entry.kind !== 'photo') return null;
  const percent = Math.round((100 * entry.sentBytes) / Math.max(1, entry.size));
  const refused = entry.state === 'needs-you';
  const Icon = refused ? CircleAlert : Smartphone;
  return (
    <Paper withBorder p="sm" component="li">
      <Text size="sm" className="due" role="status">
        <Icon aria-hidden size={16} />
        {refused
          ? say('shell.photo.refused', { name: entry.fileName })
          : say(`shell.photo.${entry.state === 'sending' ? 'sending' : 'here'}`, {
              name: entry.fileName,
              percent: number(percent),
            })}
      </Text>
      {refused ? (
        <>
          <Text size="sm">{sayCode('shell.photo.problem', entry.problem ?? '')}</Text>
          <Group gap="xs" mt="xs">
            <Button
              variant="default"
              onClick={() => void device.queue.insist(entry.id).then(() => device.send(true))}
            >
              {say('shell.again')}
            </Button>
            <Button variant="subtle" onClick={() => void device.queue.drop(entry.id)}>
              {say('shell.photo.remove')}
            </Button>
          </Group>
        </>
      ) : (
        <Progress
          value={percent}
          mt="xs"
          aria-label={say('shell.photo.progress', { name: entry.fileName })}
        />
      )}
    </Paper>
  );
}

interface PhotoUploadProps {
  readonly place: DocumentPlace;
  /** What is to be photographed. */
  readonly label: string;
  readonly hint?: string;
  /** Only pictures, where a scan would prove nothing: the gate of a site. */
  readonly onlyPictures?: boolean;
  /** Other files than photos and PDF, as an input takes them: then no camera is offered. */
  readonly files?: string;
  /** The place may not be written any more. */
  readonly readOnly?: boolean;
  /** Told of each document that was received from this device, also of those that were before. */
  readonly onReceived?: (documentIds: readonly string[]) => void;
}

/**
 * Photos of a paper or a thing, straight from the camera or from a file: made small, kept on this device, sent with progress,
 * gone on with after a broken line or a closed page. Below it is what was received.
 */
export function PhotoUpload({
  place,
  label,
  hint,
  onlyPictures,
  files,
  readOnly,
  onReceived,
}: PhotoUploadProps) {
  const say = useSay();
  const { keep, failed } = useKeepFiles(place);
  const { waiting, received } = useKept(place);
  const documents = useDocuments(place);
  const newest = received.at(-1)?.id;
  useEffect(() => {
    if (!newest) return;
    void documents.refetch();
    onReceived?.(received.flatMap(({ documentId }) => documentId ?? []));
    // Once for each receipt.
  }, [newest]);
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text fw={600}>{label}</Text>
      {hint && <Text size="sm">{hint}</Text>}
      {!readOnly && (
        <Buttons
          only={files ?? (onlyPictures ? PICTURES : FILES)}
          camera={!files}
          keep={(chosen) => void keep(chosen)}
          label={label}
        />
      )}
      {failed && (
        <Text size="sm" c="red.8" role="alert">
          {say(`shell.photo.${failed}`)}
        </Text>
      )}
      {waiting.length > 0 && (
        <ul className="plain-list">
          {waiting.map((entry) => (
            <Waiting key={entry.id} entry={entry} />
          ))}
        </ul>
      )}
      <Documents
        of={documents.items}
        place={place}
        onReplace={readOnly ? undefined : (file, id) => void keep([file], id)}
      />
    </Stack>
  );
}

interface ButtonsProps {
  /** Files that may be chosen, as an input takes them. */
  readonly only: string;
  readonly camera: boolean;
  readonly keep: (files: readonly File[]) => void;
  readonly label: string;
}
function Buttons({ only, camera, keep, label }: ButtonsProps) {
  const say = useSay();
  return (
    <Group gap="xs">
      {camera && (
        <FileButton accept={PICTURES} capture="environment" onChange={(file) => file && keep([file])}>
          {(props) => (
            <Button
              {...props}
              variant="light"
              leftSection={<Camera aria-hidden size={20} />}
              aria-label={say('shell.photo.take-of', { what: label })}
            >
              {say('shell.photo.take')}
            </Button>
          )}
        </FileButton>
      )}
      <FileButton accept={only} multiple onChange={keep}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            leftSection={<FolderOpen aria-hidden size={20} />}
            aria-label={say('shell.photo.choose-of', { what: label })}
          >
            {say('shell.photo.choose')}
          </Button>
        )}
      </FileButton>
    </Group>
  );
}
