import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { LocateFixed, MapPin } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { latinDigits } from '../../words/digits.js';
import { useForms } from '../../words/forms.js';
import { provinceName } from '../../words/places.js';
import { useLanguage, useSay } from '../../words/words.js';
import { Loading } from '../../ui/loading.js';
import type { Content, PlainField } from './fields.js';
import type { InputProps } from './field.js';
import { isInCambodia, pointIn, provinceNear, rounded, type Point } from './place.js';

const PlaceMap = lazy(() => import('./place-map.js').then((module) => ({ default: module.PlaceMap })));
const WAIT_MS = 20_000;

const pointOf = ({ latitude, longitude }: Content): Point | undefined =>
  typeof latitude === 'number' && typeof longitude === 'number' ? { latitude, longitude } : undefined;

/** Where a site is: by one tap where it is now, by a tap on a map, or typed. */
export function PlaceInput({ form, content, write, id, label, description, error }: InputProps<PlainField>) {
  const say = useSay();
  const [map, setMap] = useState(false);
  const point = pointOf(content);
  return (
    <Stack gap="xs" role="group" aria-label={label}>
      <Text fw={600}>{label}</Text>
      {description && <Text size="sm">{description}</Text>}
      <Chosen point={point} province={content['province']} />
      {!form.readOnly && (
        <>
          <Group gap="xs">
            <HereButton found={(here) => write({ ...here })} />
            <Button
              variant="default"
              leftSection={<MapPin aria-hidden size={20} />}
              aria-expanded={map}
              onClick={() => setMap(!map)}
            >
              {say(map ? 'supplier.place.hide-map' : 'supplier.place.show-map')}
            </Button>
          </Group>
          {map && (
            <Suspense fallback={<Loading />}>
              <PlaceMap point={point} onPick={(picked) => write({ ...rounded(picked) })} />
            </Suspense>
          )}
          <Typed id={id} point={point} error={error} write={write} />
        </>
      )}
    </Stack>
  );
}

function Chosen({ point, province }: { readonly point: Point | undefined; readonly province: unknown }) {
  const say = useSay();
  const language = useLanguage();
  const { aside } = useForms();
  if (!point) return null;
  const near = provinceNear(point);
  const where = `${point.latitude}, ${point.longitude}`;
  const other = near && typeof province === 'string' && near.iso !== province;
  const warning = !isInCambodia(point) ? 'abroad' : other ? 'other-province' : undefined;
  return (
    <div role="status">
      <Text className="due">
        <MapPin aria-hidden size={16} />{' '}
        {near
          ? aside(where, say('supplier.place.near', { province: provinceName(near.iso, language) }))
          : where}
      </Text>
      {warning && <Text size="sm">{say(`supplier.place.${warning}`)}</Text>}
    </div>
  );
}

function HereButton({ found }: { readonly found: (here: Point) => void }) {
  const say = useSay();
  const [state, setState] = useState<'idle' | 'looking' | 'denied' | 'unknown'>('idle');
  const look = () => {
    setState('looking');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle');
        found(rounded(coords));
      },
      ({ code, PERMISSION_DENIED }) => setState(code === PERMISSION_DENIED ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: WAIT_MS, maximumAge: 0 },
    );
  };
  return (
    <>
      <Button
        variant="light"
        leftSection={<LocateFixed aria-hidden size={20} />}
        loading={state === 'looking'}
        onClick={look}
      >
        {say('supplier.place.here')}
      </Button>
      {(state === 'denied' || state === 'unknown') && (
        <Text size="sm" role="alert">
          {say(`supplier.place.${state}`)}
        </Text>
      )}
    </>
  );
}

interface TypedProps {
  readonly id: string;
  readonly point: Point | undefined;
  readonly error: string | undefined;
  readonly write: (change: Content) => void;
}
/** As a map on another device shows it; always possible without a map. */
function Typed({ id, point, error, write }: TypedProps) {
  const say = useSay();
  const [typed, setTyped] = useState<string>();
  const wrong = typed !== undefined && typed.trim() !== '' && !pointIn(typed);
  return (
    <TextInput
      id={id}
      label={say('supplier.place.typed')}
      placeholder="11.5564, 104.9282"
      autoComplete="off"
      value={typed ?? (point ? `${point.latitude}, ${point.longitude}` : '')}
      error={error ?? (wrong ? say('supplier.wrong.place') : undefined)}
      onChange={({ target }) => {
        const text = latinDigits(target.value);
        const read = pointIn(text);
        setTyped(text);
        if (read) write({ ...read });
        if (text.trim() === '') write({ latitude: undefined, longitude: undefined });
      }}
      onBlur={() => typed !== undefined && pointIn(typed) && setTyped(undefined)}
    />
  );
}
