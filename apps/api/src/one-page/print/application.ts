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
    place?.latitude != null && place.longitude != null
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

export function originPart(printed: Printed): string {
  const { page, words } = printed;
  const rows = (page.origin?.products ?? []).flatMap(({ product, hs, programmes }) =>
    programmes
      .filter(({ origin, regionalValuePercent }) => origin !== 'unknown' || regionalValuePercent !== null)
      .map(({ name, origin, regionalValuePercent, afterGraduation }) => [
        words.plain([product, ...(hs ? [hs] : [])].join(' · ')),
        words.plain(name),
        words.text(`answer.${origin}`),
        regionalValuePercent === null ? words.plain(null) : `${words.number(regionalValuePercent, 2)} %`,
        afterGraduation ? words.text(`answer.${afterGraduation.origin}`) : words.text('answer.same'),
      ]),
  );
  const heads = ['product', 'programme', 'originating', 'regionalValue', 'afterGraduation'];
  const body =
    rows.length > 0
      ? table(
          heads.map((code) => words.text(`label.${code}`)),
          rows,
          [3],
        )
      : missing(printed, ['cost-sheets']);
  const asOf = page.origin
    ? `<p class="small">${words.text('asOfRules', { date: words.day(page.origin.asOf) })}</p>`
    : '';
  return part(words.text('heading.origin'), body + (rows.length > 0 ? asOf : ''), 'wide long');
}
