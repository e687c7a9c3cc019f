import type { Chosen } from '../../ui/filters.js';
import type { Area } from '../areas.js';

/** Something that a role often does, and where it is done. */
export interface Command {
  /** Its text in the catalogue. */
  readonly text: string;
  readonly to: string;
  readonly search?: Chosen;
}

/** Who has a palette, and what theirs offers beside the pages of the menu. */
export const COMMANDS: Readonly<Partial<Record<Area, readonly Command[]>>> = {
  buyer: [
    { text: 'shell.palette.buyer.watched', to: '/', search: { watched: 'yes' } },
    { text: 'shell.palette.buyer.deciding', to: '/', search: { stage: 'approval' } },
    { text: 'shell.palette.buyer.demand', to: '/demands' },
    { text: 'shell.palette.notifications', to: '/notifications' },
  ],
  office: [
    { text: 'shell.palette.office.mine', to: '/', search: { claimed: 'me' } },
    { text: 'shell.palette.office.nobody', to: '/', search: { claimed: 'nobody' } },
    { text: 'shell.palette.office.overdue', to: '/', search: { overdue: 'true' } },
    { text: 'shell.palette.notifications', to: '/notifications' },
  ],
};
