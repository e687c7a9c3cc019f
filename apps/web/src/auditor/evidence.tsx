import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { Camera, CircleCheck, FolderOpen, Smartphone } from 'lucide-react';
import { useEffect, useState } from 'react';
import { isDeviceFull } from '../offline/device-store.js';
import type { Entry } from '../offline/entry.js';
import { photoOf, UnreadablePicture } from '../offline/photo.js';
import { useDevice, useQueue } from '../offline/use-device.js';
import { contentOf } from '../ui/documents.js';
import { useForms } from '../words/forms.js';
import { useSay, useSayCode } from '../words/words.js';
import type { AuditPack } from './pack.js';
import { photoPlace } from './places.js';

const PICTURES = 'image/*';
const FILES = 'image/*,application/pdf';

interface EvidenceProps {
  readonly pack: AuditPack;
  readonly item: string;
  /** Documents that the answer names; photos have the id of their entry from the first moment on. */
  readonly ids: readonly string[];
  readonly closed: boolean;
  readonly onAdd: (ids: readonly string[]) => void;
  readonly onRemove: (id: string) => void;
}

/** What shows an answer: photos taken here, kept on the device until they are received. */
export function Evidence({ pack, item, ids, closed, onAdd, onRemove }: EvidenceProps) {
  const say = useSay();
  const device = useDevice();
  const { entries } = useQueue();
  const place = photoPlace(pack.view.id, item);
  const { keep, failed } = useKeep(pack.view.id, item, onAdd);
  const waiting = entries.filter((entry) => entry.place === place.name);
  // A page that was closed between the photo and the answer: the photo is there, the answer names it now.
  const loose = waiting.filter(({ id }) => !ids.includes(id)).map(({ id }) => id);
  useEffect(() => {
    if (loose.length > 0 && !closed) onAdd(loose);
  }, [loose.join(), closed]);
  const remove = async (id: string) => {
    onRemove(id);
    await device.queue.drop(id);
  };
  return (
    <Stack gap="xs">
      {!closed && <Take item={item} keep={(files) => void keep(files)} />}
      {failed && (
        <Text size="sm" c="red.8" role="alert">
          {say(`auditor.photo.${failed}`)}
        </Text>
      )}
      {ids.length > 0 && (
        <ul className="evidence">
          {ids.map((id, nth) => (
            <li key={id}>
              <Piece
                {...{ pack, id, nth: nth + 1, closed }}
                entry={waiting.find((one) => one.id === id)}
                onRemove={() => void remove(id)}
              />
            </li>
          ))}
        </ul>
      )}
    </Stack>
  );
}

/** Makes photos small and keeps them; the answer names them as soon as they are kept. */
function useKeep(caseId: string, item: string, onAdd: EvidenceProps['onAdd']) {
  const device = useDevice();
  const [failed, setFailed] = useState<'unreadable' | 'full'>();
  const keep = async (files: readonly File[]) => {
    setFailed(undefined);
    const about = { qualificationId: caseId, target: 'answer', item };
    try {
      for (const file of files)
        onAdd([await device.queue.add(photoPlace(caseId, item), await photoOf(file, about))]);
    } catch (error) {
      if (!(error instanceof UnreadablePicture) && !isDeviceFull(error)) throw error;
      setFailed(isDeviceFull(error) ? 'full' : 'unreadable');
    }
    void device.send();
  };
  return { keep, failed };
}

function Take({ item, keep }: { readonly item: string; readonly keep: (files: readonly File[]) => void }) {
  const say = useSay();
  return (
    <Group gap="xs">
      <FileButton accept={PICTURES} capture="environment" onChange={(file) => file && keep([file])}>
        {(props) => (
          <Button
            {...props}
            variant="light"
            leftSection={<Camera aria-hidden size={20} />}
            aria-label={say('auditor.photo.take-for', { item })}
          >
            {say('auditor.photo.take')}
          </Button>
        )}
      </FileButton>
      <FileButton accept={FILES} multiple onChange={keep}>
        {(props) => (
          <Button
            {...props}
            variant="subtle"
            leftSection={<FolderOpen aria-hidden size={20} />}
            aria-label={say('auditor.photo.choose-for', { item })}
          >
            {say('auditor.photo.choose')}
          </Button>
        )}
      </FileButton>
    </Group>
  );
}

interface PieceProps {
  readonly pack: AuditPack;
  readonly id: string;
  readonly nth: number;
  readonly entry: Entry | undefined;
  readonly closed: boolean;
  readonly onRemove: () => void;
}
function Piece({ pack, id, nth, entry, closed, onRemove }: PieceProps) {
  const say = useSay();
  const { number } = useForms();
  const document = pack.documents.find((one) => one.id === id);
  const name = say('auditor.photo.name', { nth: number(nth) });
  return (
    <Stack gap={4}>
      {entry?.kind === 'photo' ? (
        <Waiting entry={entry} name={name} />
      ) : (
        <>
          {document?.shown?.type.startsWith('image/') && (
            <img src={contentOf(id)} alt={name} loading="lazy" className="evidence-photo" />
          )}
          <Text size="sm" className="due">
            <CircleCheck aria-hidden size={16} /> {name} ·{' '}
            {say(document?.status === 'refused' ? 'auditor.photo.not-good' : 'auditor.photo.received')}
          </Text>
        </>
      )}
      {!closed && (
        <Button variant="subtle" onClick={onRemove} aria-label={say('auditor.photo.remove-of', { name })}>
          {say('auditor.photo.remove')}
        </Button>
      )}
    </Stack>
  );
}

function Waiting({
  entry,
  name,
}: {
  readonly entry: Entry & { readonly kind: 'photo' };
  readonly name: string;
}) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number } = useForms();
  const picture = usePicture(entry);
  const percent = Math.round((100 * entry.sentBytes) / Math.max(1, entry.size));
  const refused = entry.state === 'needs-you';
  return (
    <>
      {picture && <img src={picture} alt={name} className="evidence-photo" />}
      <Text size="sm" className="due" c={refused ? 'red.8' : undefined} role="status">
        <Smartphone aria-hidden size={16} /> {name} ·{' '}
        {refused
          ? sayCode('auditor.refused', entry.problem ?? '')
          : say(`auditor.photo.${entry.state === 'sending' ? 'sending' : 'here'}`, {
              percent: number(percent),
            })}
      </Text>
    </>
  );
}

/** A photo of this device for the screen. */
function usePicture({ id, fileType }: Entry & { readonly kind: 'photo' }): string | undefined {
  const { queue } = useDevice();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!fileType.startsWith('image/')) return;
    let made: string | undefined;
    let left = false;
    void queue.bytesOf(id).then((bytes) => {
      if (!bytes || left) return;
      made = URL.createObjectURL(new Blob([bytes], { type: fileType }));
      setUrl(made);
    });
    return () => {
      left = true;
      if (made) URL.revokeObjectURL(made);
    };
  }, [queue, id, fileType]);
  return url;
}
