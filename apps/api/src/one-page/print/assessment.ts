import { facts, missing, part, sign, table, type Printed } from './blocks.js';

/** A share of a bar, in percent of its width. */
const within = (share: number): number => Math.max(0, Math.min(100, share));

export function scorePart(printed: Printed): string {
  const { page, words } = printed;
  const { audit, score } = page;
  const label = (code: string): string => words.text(`label.${code}`);
  const total = audit?.current
    ? facts([
        [label('total'), words.number(audit.current.total, 1)],
        [label('visited'), words.day(audit.visitDate)],
      ])
    : '';
  const bar = (value: number, floor: number | null): string =>
    `<div class="bar"><i style="width:${within(value)}%"></i>${floor === null ? '' : `<b style="left:${within(floor)}%"></b>`}</div>`;
  const rows = (score?.sections ?? []).map(({ title, score: value, floor, belowFloor }) => [
    words.plain(title),
    value === null ? '' : bar(value, floor),
    value === null ? words.text('answer.notApplicable') : words.number(value, 1),
    floor === null ? words.plain(null) : `${belowFloor ? sign('stop') : ''}${words.number(floor)}`,
  ]);
  const heads = [label('section'), '', label('score'), label('floor')];
  const body = rows.length > 0 ? table(heads, rows, [2, 3]) : missing(printed, ['findings'], 'notTold');
  return part(words.text('heading.score'), total + body);
}

export function findingsPart(printed: Printed): string {
  const { page, words } = printed;
  const { findings } = page;
  if (!findings)
    return part(words.text('heading.findings'), missing(printed, ['findings'], 'notTold'), 'wide');
  const { open, zeroTolerance } = findings;
  const none = zeroTolerance === 'none';
  const grave = `<p>${sign(none ? 'clear' : 'stop')}${words.text(`zeroTolerance.${zeroTolerance}`)}</p>`;
  const heads = ['item', 'question', 'severity', 'due', 'action'].map((code) => words.text(`label.${code}`));
  const rows = open.map(({ itemId, question, severity, dueAt, action }) => [
    words.plain(itemId),
    words.plain(question),
    words.severity(severity),
    words.day(dueAt),
    action ? words.text(`action.${action}`) : words.plain(null),
  ]);
  const body = rows.length > 0 ? table(heads, rows) : `<p>${words.text('none.open')}</p>`;
  return part(words.text('heading.findings'), grave + body, 'wide long');
}

export function checksPart(printed: Printed): string {
  const { page, words } = printed;
  const rows = (page.checks ?? []).map(({ name, light, ranAt, lists }) => {
    const editions = lists.map(({ list, date: on }) => (on ? `${list} ${on}` : list)).join(', ');
    return [
      words.plain(name),
      `${sign(light)}${words.text(`light.${light}`)}`,
      words.day(ranAt) + (editions ? `<br><span class="small">${words.plain(editions)}</span>` : ''),
    ];
  });
  const heads = ['check', 'light', 'checkedOn'].map((code) => words.text(`label.${code}`));
  const body = rows.length > 0 ? table(heads, rows) : missing(printed, ['compliance-verdicts']);
  return part(words.text('heading.checks'), body);
}
