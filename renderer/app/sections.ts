import {
  CalendarCheck,
  ClipboardCheck,
  FileInput,
  GraduationCap,
  HandCoins,
  Hourglass,
  Inbox,
  type LucideIcon,
  Mails,
  RotateCcw,
  Settings,
  Users,
} from 'lucide-react';

/** One entry of the rail. */
export interface Section {
  readonly path: string;
  readonly word: string;
  readonly icon: LucideIcon;
}

/** The rail from top to bottom; Ctrl/Cmd-1…9 follow this order. A section is listed once its screen is there. */
export const SECTIONS: readonly Section[] = [
  { path: '/today', word: 'Today', icon: CalendarCheck },
  { path: '/members', word: 'Members', icon: Users },
  { path: '/renewals', word: 'Renewals', icon: Mails },
  { path: '/payments', word: 'Payments', icon: HandCoins },
  { path: '/ccp', word: 'CCP', icon: GraduationCap },
  { path: '/audits', word: 'Audits', icon: ClipboardCheck },
  { path: '/intake', word: 'Intake', icon: Inbox },
  { path: '/recertification', word: 'Recertification', icon: RotateCcw },
  { path: '/lapse', word: 'Lapse', icon: Hourglass },
  { path: '/import', word: 'Import', icon: FileInput },
  { path: '/settings', word: 'Settings', icon: Settings },
];
