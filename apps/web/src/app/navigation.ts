import {
  Activity,
  BadgeCheck,
  Bell,
  Boxes,
  CalendarDays,
  ChartColumn,
  ClipboardCheck,
  Factory,
  FileStack,
  House,
  Inbox,
  ListChecks,
  Megaphone,
  Plug,
  RefreshCw,
  ShieldCheck,
  TriangleAlert,
  UserRound,
  UserSearch,
  type LucideIcon,
} from 'lucide-react';
import type { Area } from './areas.js';

export interface NavigationItem {
  readonly to: string;
  /** Its text in the catalogue. */
  readonly text: string;
  readonly icon: LucideIcon;
  /** In the bar of a phone, which holds four. */
  readonly onPhone?: boolean;
}

/** The pages of a role, most used first. */
export const NAVIGATION: Readonly<Record<Area, readonly NavigationItem[]>> = {
  supplier: [
    { to: '/', text: 'supplier.nav.home', icon: House, onPhone: true },
    { to: '/applications', text: 'supplier.nav.cases', icon: FileStack, onPhone: true },
    { to: '/sharing', text: 'supplier.nav.sharing', icon: ShieldCheck, onPhone: true },
    { to: '/account', text: 'shell.nav.account', icon: UserRound, onPhone: true },
  ],
  auditor: [
    { to: '/', text: 'auditor.nav.audits', icon: ClipboardCheck, onPhone: true },
    { to: '/sync', text: 'auditor.nav.sync', icon: RefreshCw, onPhone: true },
    { to: '/notifications', text: 'shell.nav.notifications', icon: Bell, onPhone: true },
    { to: '/account', text: 'shell.nav.account', icon: UserRound, onPhone: true },
  ],
  buyer: [
    { to: '/', text: 'buyer.nav.candidates', icon: Factory, onPhone: true },
    { to: '/pilots', text: 'buyer.nav.pilots', icon: Boxes, onPhone: true },
    { to: '/approved', text: 'buyer.nav.approved', icon: BadgeCheck, onPhone: true },
    { to: '/demands', text: 'buyer.nav.demands', icon: Megaphone },
    { to: '/connections', text: 'buyer.nav.connections', icon: Plug },
    { to: '/account', text: 'shell.nav.account', icon: UserRound, onPhone: true },
  ],
  office: [
    { to: '/', text: 'office.nav.inbox', icon: Inbox, onPhone: true },
    { to: '/cases', text: 'office.nav.cases', icon: FileStack, onPhone: true },
    { to: '/programme', text: 'office.nav.programme', icon: ChartColumn },
    { to: '/visits', text: 'office.nav.visits', icon: CalendarDays },
    { to: '/matches', text: 'office.nav.matches', icon: UserSearch },
    { to: '/stuck', text: 'office.nav.stuck', icon: TriangleAlert, onPhone: true },
    { to: '/schemes', text: 'office.nav.schemes', icon: ListChecks },
    { to: '/operations', text: 'office.nav.operations', icon: Activity },
    { to: '/account', text: 'shell.nav.account', icon: UserRound, onPhone: true },
  ],
};
