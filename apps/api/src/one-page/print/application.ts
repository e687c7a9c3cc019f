import type { OnePageView } from '#contracts';
import { facts, missing, part, sign, table, type Printed, type Shape } from './blocks.js';

/** Five decimals of a degree are a metre. */
const PLACES_OF_DEGREE = 5;

export function whoPart(printed: Printed): string {
  const { page, words } = printed;
  const { profile, place } = page;
  const label = (code: string): string => words.text(`label.${code}`);
  const firm = profile
    ? facts([
        [label('legalName'), words.plain(profile.legalName)],
        [label('legalNameKm'), words.plain(profile.legalNameKm)],
        [label('registration'), words.plain(profile.businessRegistrationNumber)],
        [label('established'), words.plain(profile.yearEstablished)],
        [label('workers'), words.number(profile.workers)],
        [label('women'), words.number(profile.womenWorkers)],
        [label('womenOwned'), words.yesNo(profile.womenOwned)],
      ])
    : missing(printed, ['profile']);
  const point =
    typeof place?.latitude === 'number' && typeof place.longitude === 'number'
      ? `${place.latitude.toFixed(PLACES_OF_DEGREE)}, ${place.longitude.toFixed(PLACES_OF_DEGREE)}`
      : null;
  const where = place
    ? facts([
        [label('address'), words.plain(place.address)],
        [label('province'), words.province(place.province)],
        [label('mapPoint'), words.plain(point)],
      ])
    : missing(printed, ['site']);
  return part(words.text('heading.who'), `${firm}<h3>${words.text('heading.place')}</h3>${where}`);
}

export function ownersPart(printed: Printed): string {
  const { page, words } = printed;
  const rows = (page.owners ?? []).map(({ kind, name, sharePercent, nominee }) => [
    name === null ? words.text('owner.erased') : words.plain(name),
    words.text(`owner.${nominee ? 'nominee' : kind}`),
    `${words.number(sharePercent, 2)} %`,
  ]);
  const heads = ['owner', 'ownerKind', 'share'].map((code) => words.text(`label.${code}`));
  const body = rows.length > 0 ? table(heads, rows, [2]) : missing(printed, ['owners']);
  return part(words.text('heading.owners'), body);
}

export function goodsPart(printed: Printed): string {
  const { page, words } = printed;
  const { goods } = page;
  const label = (code: string): string => words.text(`label.${code}`);
  const unit = goods?.unit ? words.name('unit', goods.unit) : '';
  const quantity = (value: number | null): string =>
    value === null ? words.plain(null) : `${words.number(value, 2)} ${unit}`.trim();
  const about = facts([[label('category'), words.text(`category.${page.category}`)]]);
  const body = goods
    ? facts([
        [label('products'), words.plain(goods.products.join(', '))],
        [label('hsLines'), words.plain(goods.hsLines.join(', '))],
        [label('capacity'), quantity(goods.monthlyCapacity)],
        [label('free'), quantity(goods.freeCapacity)],
        [label('leadTime'), words.number(goods.leadTimeDays)],
        [label('minimumOrder'), quantity(goods.minimumOrder)],
        [label('toldAt'), words.day(goods.toldAt)],
      ])
    : missing(printed, ['capacity']);
  return part(words.text('heading.goods'), about + body);
}

const SIGN_OF: Readonly<Record<string, Shape>> = {
  valid: 'clear',
  'ends-soon': 'attention',
  ended: 'stop',
  'not-yet': 'open',
};
export function certificatesPart(printed: Printed): string {
  const { page, words } = printed;
  const { items = [], missing: lacking = [] } = page.certificates ?? {};
  const rows = items.map(({ name, number, validTo, standing }) => [
    words.plain(name),
    words.plain(number),
    words.day(validTo),
    `${sign(SIGN_OF[standing] ?? 'open')}${words.text(`certificate.${standing}`)}`,
  ]);
  const heads = ['scheme', 'number', 'validTo', 'standing'].map((code) => words.text(`label.${code}`));
  const wanted =
    lacking.length > 0
      ? `<p>${sign('stop')}${words.text('certificate.missing', { schemes: lacking.join(', ') })}</p>`
      : '';
  const body = rows.length > 0 ? table(heads, rows) : missing(printed, ['certificates']);
  return part(words.text('heading.certificates'), body + wanted);
}

type Product = NonNullable<OnePageView['origin']>['products'][number];
/** What is known of a product under each programme; one row where nothing is. */
function originRows({ words }: Printed, { product, hs, programmes }: Product): string[][] {
  const name = words.plain([product, ...(hs ? [hs] : [])].join(' · '));
  const share = (percent: number | null | undefined): string =>
    typeof percent !== 'number' ? words.plain(null) : `${words.number(percent, 2)} %`;
  const known = programmes.filter(({ origin }) => origin !== 'unknown');
  if (known.length === 0) {
    const none = words.plain(null);
    return [[name, none, words.text('answer.unknown'), share(programmes[0]?.regionalValuePercent), none]];
  }
  return known.map(({ name: programme, origin, regionalValuePercent, afterGraduation }) => [
    ...[name, words.plain(programme), words.text(`answer.${origin}`), share(regionalValuePercent)],
    words.text(`answer.${afterGraduation?.origin ?? 'same'}`),
  ]);
}

export function originPart(printed: Printed): string {
  const { page, words } = printed;
  const rows = (page.origin?.products ?? []).flatMap((product) => originRows(printed, product));
  const heads = ['product', 'programme', 'originating', 'regionalValue', 'afterGraduation'];
  const heading = words.text('heading.origin');
  if (!page.origin || rows.length === 0) return part(heading, missing(printed, ['cost-sheets']), 'wide');
  const named = heads.map((code) => words.text(`label.${code}`));
  const asOf = words.text('asOfRules', { date: words.day(page.origin.asOf) });
  return part(heading, `${table(named, rows, [3])}<p class="small">${asOf}</p>`, 'wide long');
}
