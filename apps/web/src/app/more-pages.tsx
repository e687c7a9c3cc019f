import { Link } from '@tanstack/react-router';
import { useMe } from '../server/me.js';
import { useSay } from '../words/words.js';
import { areaOf } from './areas.js';
import { NAVIGATION } from './navigation.js';

/** Pages that the bar of a phone has no room for. */
export function MorePages() {
  const say = useSay();
  const items = NAVIGATION[areaOf(useMe())].filter(({ onPhone }) => !onPhone);
  if (items.length === 0) return null;
  return (
    <nav className="more-pages" aria-label={say('shell.nav.more')}>
      {items.map(({ to, text, icon: Icon }) => (
        <Link key={to} to={to} className="more-page">
          <Icon aria-hidden size={22} />
          <span>{say(text)}</span>
        </Link>
      ))}
    </nav>
  );
}
