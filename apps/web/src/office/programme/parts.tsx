import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { useNames } from './names.js';
import { partsOf, type FigureRow } from './shapes.js';

/** Parts narrower than this have no room for their number; it stands in the list below. */
const ROOM = 0.1;

/** Whom cases waited for: one bar of parts, each in a pattern of its own and named below in the same order. */
export function Parts({ rows }: { readonly rows: readonly FigureRow[] }) {
  const say = useSay();
  const { share } = useForms();
  const names = useNames();
  const parts = partsOf(rows);
  if (parts.length === 0) return null;
  return (
    <div>
      <p className="parts-title">{say('office.programme.parts')}</p>
      <div className="parts" aria-hidden>
        {parts.map((part) => (
          <span key={part.key} data-pattern={part.key} style={{ flexGrow: part.share }}>
            {part.share >= ROOM && <b>{share(part.share)}</b>}
          </span>
        ))}
      </div>
      <ul className="parts-names">
        {parts.map((part) => (
          <li key={part.key}>
            <span className="parts-swatch" data-pattern={part.key} aria-hidden />
            {names.row('side', part.key)} {share(part.share)}
          </li>
        ))}
      </ul>
    </div>
  );
}
