import { useSay } from '../words/words.js';
import './buyer.css';

interface PhotosProps {
  /** Ids of documents that are pictures. */
  readonly of: readonly string[];
  readonly label: string;
}
/** Pictures in small; each opens whole. */
export function Photos({ of, label }: PhotosProps) {
  const say = useSay();
  if (of.length === 0) return null;
  return (
    <ul className="photos" aria-label={label}>
      {of.map((id, nth) => (
        <li key={id}>
          <a href={`/v1/documents/${id}/content`} target="_blank" rel="noreferrer">
            <img
              src={`/v1/documents/${id}/content`}
              alt={say('buyer.photo', { label, nth: nth + 1 })}
              loading="lazy"
            />
          </a>
        </li>
      ))}
    </ul>
  );
}
