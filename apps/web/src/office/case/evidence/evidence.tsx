import type { DocumentView } from '#client';
import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { FileText, ImageIcon, type LucideIcon } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { contentOf } from '../../../ui/documents.js';
import { Loading } from '../../../ui/loading.js';
import { useForms } from '../../../words/forms.js';
import { useSay, useSayCode } from '../../../words/words.js';
import { Compare } from './compare.js';
import { earlierOf } from './editions.js';

const PdfViewer = lazy(() => import('./pdf-viewer.js').then((file) => ({ default: file.PdfViewer })));
const PhotoViewer = lazy(() => import('./photo-viewer.js').then((file) => ({ default: file.PhotoViewer })));

const typeOf = ({ status, shown }: DocumentView): string =>
  status === 'available' ? (shown?.type ?? '') : '';
const isPhoto = (document: DocumentView): boolean => typeOf(document).startsWith('image/');

interface EvidenceProps {
  readonly documents: readonly DocumentView[];
  /** All documents of the case: earlier versions are among them. */
  readonly all: readonly DocumentView[];
  /** Shows the first one at once. */
  readonly isOpen?: boolean;
}
/** What proves something: each piece by its name, the chosen one to be looked at. */
export function Evidence({ documents, all, isOpen = false }: EvidenceProps) {
  const say = useSay();
  const [chosen, setChosen] = useState(isOpen ? documents[0]?.id : undefined);
  const shown = documents.find(({ id }) => id === chosen);
  if (documents.length === 0) return <Text size="sm">{say('office.evidence.none')}</Text>;
  return (
    <Stack gap="xs">
      <ul className="evidence-names">
        {documents.map((document) => {
          const Icon: LucideIcon = isPhoto(document) ? ImageIcon : FileText;
          return (
            <li key={document.id}>
              <Button
                variant={document.id === chosen ? 'light' : 'default'}
                aria-pressed={document.id === chosen}
                leftSection={<Icon aria-hidden size={18} />}
                onClick={() => setChosen(document.id === chosen ? undefined : document.id)}
              >
                {document.fileName}
              </Button>
            </li>
          );
        })}
      </ul>
      {shown && <Shown key={shown.id} of={shown} photos={documents.filter(isPhoto)} all={all} />}
    </Stack>
  );
}

interface ShownProps {
  readonly of: DocumentView;
  readonly photos: readonly DocumentView[];
  readonly all: readonly DocumentView[];
}
function Shown({ of, photos, all }: ShownProps) {
  const say = useSay();
  const [comparing, setComparing] = useState(false);
  const earlier = earlierOf(of, all);
  return (
    <Stack gap="xs">
      <About of={of} />
      {earlier.length > 0 && (
        <Group>
          <Button variant="default" aria-pressed={comparing} onClick={() => setComparing(!comparing)}>
            {say(comparing ? 'office.evidence.compare-end' : 'office.evidence.compare')}
          </Button>
        </Group>
      )}
      {comparing ? (
        <Compare
          now={of}
          earlier={earlier}
          show={(one) => <Piece of={one} photos={[one].filter(isPhoto)} />}
        />
      ) : (
        <Piece of={of} photos={photos} />
      )}
    </Stack>
  );
}

/** When a piece came, when and where it was taken, and how long it is good. */
function About({ of }: { readonly of: DocumentView }) {
  const say = useSay();
  const sayCode = useSayCode();
  const { moment, day, number } = useForms();
  const { at, latitude, longitude } = of.captured;
  const said = [
    of.status !== 'available' && sayCode('shell.document', of.status),
    of.refusal && sayCode('shell.document.refusal', of.refusal),
    say('office.evidence.received', { at: moment(of.createdAt) }),
    at && say('office.evidence.taken', { at: moment(at) }),
    latitude !== null &&
      longitude !== null &&
      say('office.evidence.place', { place: `${latitude.toFixed(4)}, ${longitude.toFixed(4)}` }),
    of.expiresOn !== null && say('office.evidence.expires', { day: day(String(of.expiresOn)) }),
    of.edition > 1 && say('office.evidence.edition', { edition: number(of.edition) }),
  ];
  return (
    <Text size="sm" c="var(--frame-quiet)">
      {said.filter(Boolean).join(' · ')}
    </Text>
  );
}

interface PieceProps {
  readonly of: DocumentView;
  /** What can be leafed through with it. */
  readonly photos: readonly DocumentView[];
}
function Piece({ of, photos }: PieceProps) {
  const say = useSay();
  const [isLarge, setLarge] = useState(false);
  const url = contentOf(of.id);
  if (isPhoto(of))
    return (
      <>
        <button
          type="button"
          className="evidence-open"
          aria-label={say('office.photo.open', { name: of.fileName })}
          onClick={() => setLarge(true)}
        >
          <img src={url} alt="" className="evidence-large" />
        </button>
        {isLarge && (
          <Suspense fallback={null}>
            <PhotoViewer
              photos={photos.map(({ id, fileName }) => ({ src: contentOf(id), alt: fileName }))}
              index={photos.findIndex(({ id }) => id === of.id)}
              onClose={() => setLarge(false)}
            />
          </Suspense>
        )}
      </>
    );
  return (
    <>
      {typeOf(of) === 'application/pdf' && (
        <Suspense fallback={<Loading />}>
          <PdfViewer url={url} name={of.fileName} />
        </Suspense>
      )}
      {of.status === 'available' && (
        <Anchor href={url} target="_blank" rel="noreferrer" className="way">
          {say('office.evidence.download', { name: of.fileName })}
        </Anchor>
      )}
    </>
  );
}
