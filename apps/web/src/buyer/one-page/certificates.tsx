import type { OnePageView } from '#client';
import { Text } from '@mantine/core';
import { CalendarClock, CircleCheck, CircleX, Hourglass, type LucideIcon } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { schemeName } from '../names.js';
import { Section } from '../section.js';

type Certificate = NonNullable<OnePageView['certificates']>['items'][number];
const ICONS: Readonly<Record<Certificate['standing'], LucideIcon>> = {
  valid: CircleCheck,
  'ends-soon': CalendarClock,
  ended: CircleX,
  'not-yet': Hourglass,
};

/** Certificates with their end, and those that the scheme wants and that are not there. */
export function CertificatesSection({ of: { certificates, notOpened } }: { readonly of: OnePageView }) {
  const say = useSay();
  const { list } = useForms();
  const { items = [], missing = [] } = certificates ?? {};
  return (
    <Section title={say('buyer.page.certificates')} isOpened={!notOpened.includes('certificates')}>
      {missing.length > 0 && (
        <Text className="due" c="red.8" fw={600}>
          <CircleX aria-hidden size={18} />{' '}
          {say('buyer.certificates.missing', { names: list(missing.map(schemeName)) })}
        </Text>
      )}
      {items.length === 0 && missing.length === 0 && <Text>{say('buyer.certificates.none')}</Text>}
      {items.length > 0 && (
        <ul className="plain-list">
          {items.map((one) => (
            <li key={`${one.scheme} ${one.number}`}>
              <CertificateLine of={one} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function CertificateLine({ of }: { readonly of: Certificate }) {
  const say = useSay();
  const { day } = useForms();
  const { name, number, issuer, standing } = of;
  const Icon = ICONS[standing];
  return (
    <>
      <Text fw={600}>{name}</Text>
      <Text className="due" c={standing === 'ended' ? 'red.8' : undefined}>
        <Icon aria-hidden size={18} />{' '}
        {say(`buyer.certificate.${standing}`, {
          from: day(String(of.validFrom)),
          to: day(String(of.validTo)),
        })}
      </Text>
      <Text size="sm" c="var(--frame-quiet)">
        {[say('buyer.certificate.number', { number }), issuer].filter(Boolean).join(' · ')}
      </Text>
    </>
  );
}
