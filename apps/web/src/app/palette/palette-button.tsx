import { useHotkeys } from '@mantine/hooks';
import { Search } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useMe } from '../../server/me.js';
import { useSay } from '../../words/words.js';
import { areaOf } from '../areas.js';
import { COMMANDS } from './commands.js';

const Palette = lazy(() => import('./palette.js').then((module) => ({ default: module.Palette })));

/** The way to find anything, for who has much to find: a button, and Ctrl K everywhere, also in a field. */
export function PaletteButton() {
  return COMMANDS[areaOf(useMe())] ? <Opener /> : null;
}

function Opener() {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const open = () => setOpen(true);
  // By its place too: on a Khmer keyboard that key writes no K.
  useHotkeys(
    [
      ['mod+K', open],
      ['mod+K', open, { usePhysicalKeys: true }],
    ],
    [],
  );
  return (
    <>
      <button
        type="button"
        className="palette-button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={open}
      >
        <Search aria-hidden size={20} />
        <span className="palette-button-text">{say('shell.palette.open')}</span>
      </button>
      {isOpen && (
        <Suspense fallback={null}>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
