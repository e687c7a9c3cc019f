import type { OnePageView } from '#client';
import { Anchor, List, Stack, Text } from '@mantine/core';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Fact, Facts } from '../facts.js';
import { useNames } from '../names.js';
import { Section } from '../section.js';
import { Locator } from './locator.js';

type Of = { readonly of: OnePageView };

/** Who the firm is, and who owns it. */
export function Identity({ of: { profile, owners, notOpened } }: Of) {
  const say = useSay();
  const sayCode = useSayCode();
  const { number, list } = useForms();
  return (
    <Section title={say('buyer.page.identity')} isOpened={!notOpened.includes('profile')}>
      {profile && (
        <Facts>
          <Fact name={say('buyer.fact.legal-name')}>{profile.legalName}</Fact>
          <Fact name={say('buyer.fact.legal-name-km')}>
            {profile.legalNameKm && <span lang="km">{profile.legalNameKm}</span>}
          </Fact>
          <Fact name={say('buyer.fact.registration')}>{profile.businessRegistrationNumber}</Fact>
          <Fact name={say('buyer.fact.founded')}>{profile.yearEstablished}</Fact>
          <Fact name={say('buyer.fact.workers')}>
            {profile.workers !== null &&
              (profile.womenWorkers === null
                ? number(profile.workers)
                : say('buyer.workers.women', { workers: profile.workers, women: profile.womenWorkers }))}
          </Fact>
          <Fact name={say('buyer.fact.women-owned')}>
            {profile.womenOwned === null ? null : say(profile.womenOwned ? 'buyer.yes' : 'buyer.no')}
          </Fact>
          <Fact name={say('buyer.fact.isic')}>{list(profile.isic)}</Fact>
          <Fact name={say('buyer.fact.website')}>{profile.website}</Fact>
        </Facts>
      )}
      {profile && profile.claims.length > 0 && (
        <Text size="sm">
          {say('buyer.fact.claims', {
            claims: list(profile.claims.map((one) => sayCode('buyer.content-claim', one))),
          })}
        </Text>
      )}
      {owners ? <Owners of={owners} /> : <Text c="var(--frame-quiet)">{say('buyer.owners.not-opened')}</Text>}
    </Section>
  );
}

function Owners({ of }: { readonly of: NonNullable<OnePageView['owners']> }) {
  const say = useSay();
  const { share } = useForms();
  return (
    <Stack gap={4}>
      <Text fw={600}>{say('buyer.owners')}</Text>
      <List>
        {of.map(({ name, kind, sharePercent, nominee }, nth) => (
          <List.Item key={nth}>
            {[
              name ?? say('buyer.erased'),
              say(`buyer.owner.${kind}`),
              share(sharePercent / 100),
              nominee && say('buyer.owner.nominee'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}

const mapOf = (latitude: number, longitude: number): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=15/${latitude}/${longitude}`;

/** Where the site is: its address, a point in the outline of the country, and a way to a real map. */
export function Place({ of: { place, site, notOpened } }: Of) {
  const say = useSay();
  const { number } = useForms();
  const { province } = useNames();
  const { latitude = null, longitude = null } = place ?? {};
  return (
    <Section title={say('buyer.page.place')} isOpened={!notOpened.includes('site')}>
      {place && (
        <div className="place">
          <Facts>
            <Fact name={say('buyer.fact.site')}>{site.name}</Fact>
            <Fact name={say('buyer.fact.address')}>{place.address}</Fact>
            <Fact name={say('buyer.fact.province')}>{place.province && province(place.province)}</Fact>
            <Fact name={say('buyer.fact.floor')}>
              {place.floorAreaM2 !== null && say('buyer.square-metres', { area: number(place.floorAreaM2) })}
            </Fact>
            <Fact name={say('buyer.fact.building')}>
              {place.buildingOwned === null
                ? null
                : say(`buyer.building.${place.buildingOwned ? 'own' : 'rented'}`)}
            </Fact>
            <Fact name={say('buyer.fact.os-id')}>{place.osId}</Fact>
            <Fact name={say('buyer.fact.point')}>
              {latitude !== null && longitude !== null && (
                <Anchor
                  href={mapOf(latitude, longitude)}
                  target="_blank"
                  rel="noreferrer"
                  className="text-link"
                >
                  {say('buyer.place.map', { point: `${latitude.toFixed(4)}, ${longitude.toFixed(4)}` })}
                </Anchor>
              )}
            </Fact>
          </Facts>
          {latitude !== null && longitude !== null && <Locator latitude={latitude} longitude={longitude} />}
        </div>
      )}
    </Section>
  );
}

/** What it makes, how much of it, and what is free. */
export function Goods({ of: { goods, notOpened, endMarkets } }: Of) {
  const say = useSay();
  const { number, day, list } = useForms();
  const { unit, market } = useNames();
  const amount = (value: number | null) =>
    value === null ? null : `${number(value)} ${goods?.unit ? unit(goods.unit) : ''}`;
  return (
    <Section title={say('buyer.page.goods')} isOpened={!notOpened.includes('capacity')}>
      {goods && (
        <>
          <Facts>
            <Fact name={say('buyer.fact.products')}>{list(goods.products)}</Fact>
            <Fact name={say('buyer.fact.hs')}>{list(goods.hsLines)}</Fact>
            <Fact name={say('buyer.fact.capacity')}>{amount(goods.monthlyCapacity)}</Fact>
            <Fact name={say('buyer.fact.free')}>{amount(goods.freeCapacity) ?? say('buyer.unknown')}</Fact>
            <Fact name={say('buyer.fact.lead-time')}>
              {goods.leadTimeDays !== null && say('buyer.days', { days: goods.leadTimeDays })}
            </Fact>
            <Fact name={say('buyer.fact.minimum')}>{amount(goods.minimumOrder)}</Fact>
            <Fact name={say('buyer.fact.markets')}>{list(endMarkets.map(market))}</Fact>
          </Facts>
          <Text size="sm" c="var(--frame-quiet)">
            {say('buyer.goods.told', { day: day(goods.toldAt) })}
          </Text>
        </>
      )}
    </Section>
  );
}
