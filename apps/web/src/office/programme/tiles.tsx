import type { FigureDefinitionView } from '#client';
import { PROVINCES } from '#domain';
import { useSay } from '../../words/words.js';
import type { Dimension } from './cohort.js';
import { useNames } from './names.js';
import { NumberLink } from './number-link.js';
import { PLACES_OF_TILES } from './tile-places.js';
import type { FigureRow } from './shapes.js';

interface TilesProps {
  readonly of: FigureDefinitionView;
  readonly rows: readonly FigureRow[];
  readonly by: Dimension | undefined;
}
/** Long names may be parted before these, as a phone has little room for each. */
const ENDINGS = /(?<=[a-z]{3})(?=bang|chey|kiri)/g;

/** Provinces roughly where they are, one tile each: small ones are as easy to read as large ones. */
export function Tiles({ of, rows, by }: TilesProps) {
  const say = useSay();
  const names = useNames();
  const most = Math.max(1, ...rows.map(({ values }) => values['applied'] ?? 0));
  return (
    <div>
      <p className="parts-title">{say('office.programme.tiles')}</p>
      <ul className="tiles">
        {PROVINCES.map(({ iso }) => {
          const row = rows.find(({ key }) => key === iso);
          const { applied, valid } = row?.values ?? {};
          const [column, line] = PLACES_OF_TILES[iso] ?? [];
          return (
            <li key={iso} style={{ gridColumn: column, gridRow: line }} data-empty={!applied && !valid}>
              <span
                className="tile-level"
                aria-hidden
                style={{ height: `${(100 * (applied ?? 0)) / most}%` }}
              />
              <span className="tile-name">{names.row('province', iso).replaceAll(ENDINGS, '\u00AD')}</span>
              {row && (
                <span className="tile-numbers">
                  <NumberLink of={of} row={row} measure="applied" by={by}>
                    {applied ?? 0}
                  </NumberLink>
                  {Boolean(valid) && (
                    <NumberLink of={of} row={row} measure="valid" by={by}>
                      ✓ {valid}
                    </NumberLink>
                  )}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
