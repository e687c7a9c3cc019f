import { useEffect } from 'react';
import { useSay } from '../../words/words.js';
import type { Entry, EntryGroup } from './entries.js';

interface OptionsProps {
  readonly id: string;
  readonly groups: readonly EntryGroup[];
  readonly active: Entry | undefined;
  readonly onOpen: (entry: Entry) => void;
  readonly onReach: (entry: Entry) => void;
}
/** What one may choose from. The focus stays in the field: the field says which of these is chosen. */
export function Options({ id, groups, active, onOpen, onReach }: OptionsProps) {
  const say = useSay();
  const chosen = active && `${id}-${active.key}`;
  useEffect(() => {
    if (chosen) document.getElementById(chosen)?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <div id={`${id}-list`} role="listbox" aria-label={say('shell.palette.list')} className="palette-list">
      {groups.map(({ name, entries }) => (
        <div key={name} role="group" aria-labelledby={`${id}-${name}`}>
          <div id={`${id}-${name}`} role="presentation" className="palette-group">
            {say(`shell.palette.group.${name}`)}
          </div>
          {entries.map((entry) => (
            <div
              key={entry.key}
              id={`${id}-${entry.key}`}
              role="option"
              aria-selected={entry === active}
              className="palette-option"
              onMouseMove={() => entry !== active && onReach(entry)}
              onClick={() => onOpen(entry)}
            >
              {entry.text}
              {entry.hint && <span className="palette-hint">{entry.hint}</span>}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
