import type { OnePageView } from '#client';
import { Stack, Table, Text, Title } from '@mantine/core';
import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { Section } from '../section.js';

type Product = NonNullable<OnePageView['origin']>['products'][number];
const ICONS = { yes: CircleCheck, no: CircleX, unknown: CircleHelp } as const;

/** What the goods count as under each trade programme, now and after the country leaves the least developed ones. */
export function OriginSection({ of: { origin, notOpened } }: { readonly of: OnePageView }) {
  const say = useSay();
  const { day } = useForms();
  return (
    <Section title={say('buyer.page.origin')} isOpened={!notOpened.includes('cost-sheets')}>
      {origin && origin.products.length === 0 && <Text>{say('buyer.origin.none')}</Text>}
      {origin?.products.map((one) => (
        <ProductTable key={one.product} of={one} />
      ))}
      {origin && origin.products.length > 0 && (
        <Text size="sm" c="var(--frame-quiet)">
          {say('buyer.origin.as-of', { day: day(String(origin.asOf)) })}
        </Text>
      )}
    </Section>
  );
}

function Origin({ of }: { readonly of: 'yes' | 'no' | 'unknown' }) {
  const say = useSay();
  const Icon = ICONS[of];
  return (
    <span className="due">
      <Icon aria-hidden size={16} /> {say(`buyer.origin.${of}`)}
    </span>
  );
}

function ProductTable({ of }: { readonly of: Product }) {
  const say = useSay();
  const { number, day, list } = useForms();
  const percent = (value: number) => say('buyer.percent', { value: number(value, 1) });
  // What cannot be told, now and later, is told of together.
  const isTold = ({ origin, afterGraduation }: Product['programmes'][number]): boolean =>
    origin !== 'unknown' || (afterGraduation !== null && afterGraduation.origin !== 'unknown');
  const untold = of.programmes.filter((one) => !isTold(one));
  return (
    <Stack gap="xs">
      <Title order={3}>
        {[of.product, of.hs && say('buyer.hs', { hs: of.hs })].filter(Boolean).join(' · ')}
      </Title>
      {of.localValuePercent !== null && (
        <Text>{say('buyer.origin.local', { percent: percent(of.localValuePercent) })}</Text>
      )}
      <div className="wide-table" tabIndex={0} role="region" aria-label={say('buyer.page.origin')}>
        <Table withTableBorder>
          <Table.Thead>
            <Table.Tr>
              {['programme', 'today', 'regional', 'later'].map((name) => (
                <Table.Th key={name} scope="col">
                  {say(`buyer.origin.column.${name}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {of.programmes
              .filter(isTold)
              .map(({ programme, name, origin, regionalValuePercent, withdrawn, afterGraduation }) => (
                <Table.Tr key={programme}>
                  <Table.Th scope="row">{name}</Table.Th>
                  <Table.Td>
                    <Origin of={origin} />
                    {withdrawn !== 'no' && (
                      <Text size="sm">{say(`buyer.origin.withdrawn.${withdrawn}`)}</Text>
                    )}
                  </Table.Td>
                  <Table.Td>{regionalValuePercent !== null && percent(regionalValuePercent)}</Table.Td>
                  <Table.Td>
                    {afterGraduation ? (
                      <>
                        <Origin of={afterGraduation.origin} />
                        <Text size="sm">
                          {say('buyer.origin.from', { day: day(String(afterGraduation.from)) })}
                        </Text>
                      </>
                    ) : (
                      say('buyer.origin.same')
                    )}
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </div>
      {untold.length > 0 && (
        <Text size="sm">{say('buyer.origin.untold', { names: list(untold.map(({ name }) => name)) })}</Text>
      )}
    </Stack>
  );
}
