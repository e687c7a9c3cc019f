import { Link, Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useMe } from '../server/me.js';
import { useSay } from '../words/words.js';
import { areaOf } from './areas.js';
import { Bell } from './bell.js';
import { ConnectionLine } from './connection-line.js';
import { DeviceLines } from './device-lines.js';
import { LanguageChoice } from './language-choice.js';
import { Loading } from '../ui/loading.js';
import { useLiveEvents } from './live-events.js';
import { NAVIGATION } from './navigation.js';
import { PaletteButton } from './palette/palette-button.js';
import { UpdateLine } from './update-line.js';

function Navigation() {
  const say = useSay();
  const items = NAVIGATION[areaOf(useMe())];
  return (
    <nav className="frame-nav" aria-label={say('shell.nav.label')}>
      {items.map(({ to, text, icon: Icon, onPhone }) => (
        <Link
          key={to}
          to={to}
          className="frame-link"
          data-on-phone={onPhone ?? false}
          activeOptions={{ exact: to === '/' }}
          activeProps={{ 'aria-current': 'page' }}
        >
          <Icon aria-hidden size={22} />
          <span>{say(text)}</span>
        </Link>
      ))}
    </nav>
  );
}

/** What is around every page: where one is, in which language, what is new, and whether there is a connection. */
export function Frame() {
  const say = useSay();
  const { organisation } = useMe();
  useLiveEvents();
  return (
    <div className="frame">
      <a className="frame-skip" href="#content">
        {say('shell.skip')}
      </a>
      <header className="frame-top">
        <Link to="/" className="frame-brand">
          Selvedge
        </Link>
        <span className="frame-organisation">{organisation.name}</span>
        <PaletteButton />
        <LanguageChoice />
        <Bell />
      </header>
      <Navigation />
      <main id="content" className="frame-content" tabIndex={-1}>
        <ConnectionLine />
        <Suspense fallback={null}>
          <DeviceLines />
        </Suspense>
        <UpdateLine />
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
    </div>
  );
}
