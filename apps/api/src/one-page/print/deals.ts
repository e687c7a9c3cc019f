import type { OnePageView } from '#contracts';
import { facts, part, sign, table, type Printed } from './blocks.js';
import type { PageWords } from './words.js';

type Lot = OnePageView['pilots'][number]['lots'][number];

/** Found in a class, of how many that are accepted, in so many units: `1 / 7 · n 125`. */
const counted = (words: PageWords, { found, plan, first }: Lot, of: 'major' | 'minor'): string => {
  const seen = found ? words.number(found[of]) : words.plain(null);
  return plan && first ? `${seen} / ${words.number(plan[of].ac)}` : seen;
};

const lotRow = (words: PageWords, order: OnePageView['pilots'][number], lot: Lot): string[] => [
  `${words.number(lot.lot)}`,
  words.number(lot.quantity ?? lot.size),
  words.number(lot.first?.inspected ?? lot.plan?.inspect),
  lot.found ? `${words.number(lot.found.critical)} / ${words.number(0)}` : words.plain(null),
  counted(words, lot, 'major'),
  counted(words, lot, 'minor'),
  words.text(`lot.${lot.phase}`) + (lot.reworked ? ` (${words.text('lot.reworked')})` : ''),
  words.day(order.dueAt),
  words.number(lot.photos.length),
];

/** Pilot orders: what was found in each lot against what its plan accepts. */
export function pilotsPart({ page, words }: Printed): string {
  const label = (code: string): string => words.text(`label.${code}`);
  const heads = ['lot', 'quantity', 'inspected'].map(label);
  const classes = ['critical', 'major', 'minor'].map(
    (of) => `${words.severity(of)}<br><span class="small">${label('foundOfAc')}</span>`,
  );
  const more = ['result', 'due', 'photos'].map(label);
  const body = page.pilots.map((order) => {
    const { figures } = order;
    const share = (value: number | undefined): string =>
      value === undefined ? words.plain(null) : `${words.number(value * 100)} %`;
    const about = facts([
      [label('order'), words.text(`pilot.${order.result ?? order.phase}`)],
      [label('otif'), share(figures?.otif)],
      [label('firstPass'), share(figures?.firstPassYield)],
    ]);
    const lots = order.lots.map((lot) => lotRow(words, order, lot));
    return `<div class="order">${about}${table([...heads, ...classes, ...more], lots, [0, 1, 2, 3, 4, 5, 8])}</div>`;
  });
  const none = `<p class="none">${words.text(page.readAs === 'buyer' ? 'none.pilots' : 'none.nothing')}</p>`;
  const others = `<p>${words.text('otherBuyers', { count: words.number(page.otherBuyers) })}</p>`;
  return part(words.text('heading.pilots'), (body.join('') || none) + others, 'wide long');
}

export function historyPart({ page, words }: Printed): string {
  const rows = page.history.map(
    ({ at, text }) => `<li><time>${words.day(at)}</time> ${words.plain(text)}</li>`,
  );
  const body =
    rows.length > 0
      ? `<ol class="history">${rows.join('')}</ol>`
      : `<p class="none">${words.text('none.nothing')}</p>`;
  return part(words.text('heading.history'), body, 'wide long');
}

/** The buyer's decision as it stands: scope, limits, conditions, and who had a hand in it. */
export function decisionPart({ page, words }: Printed): string {
  const { decision } = page;
  if (!decision) return '';
  const { approval, requester, approver, scope } = decision;
  const label = (code: string): string => words.text(`label.${code}`);
  const standing = approval?.status.standing ?? 'none';
  const counts = standing === 'approved' || standing === 'conditional';
  const who = (hand: typeof requester): string => words.plain(hand?.name);
  const stands = facts([
    [label('decision'), `${sign(counts ? 'clear' : 'open')}${words.text(`approval.${standing}`)}`],
    [label('validTo'), words.day(approval?.status.validUntil ?? scope?.validUntil)],
    [label('recommendedBy'), who(requester)],
    [label('approvedBy'), who(approver)],
  ]);
  const limits = scope
    ? facts([
        [label('maxUsd'), words.number(scope.maxUsdPerMonth, 2)],
        [label('maxUnits'), words.number(scope.maxUnitsPerMonth)],
        [label('markets'), words.plain(scope.endMarkets.join(', '))],
        [label('hsLines'), words.plain(scope.hsLines.join(', '))],
        [label('conditions'), words.plain(scope.conditions.join(' · '))],
      ])
    : '';
  return part(words.text('heading.decision'), stands + limits, 'wide');
}
