import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import { matchPath } from './place.ts';
import { TodayRoute } from './today-route.tsx';

type Screen = LazyExoticComponent<ComponentType<ScreenParams>>;

/** What a path names, e.g. `{ memberNo: '700412' }`. */
export interface ScreenParams {
  readonly params: Readonly<Record<string, string>>;
}

interface Route {
  readonly pattern: string;
  readonly screen: Screen;
}

const loaders = new Map<Screen, () => Promise<unknown>>();

/*
 * To add a screen: export a component `<Name>Screen` from `features/<name>/<name>-screen.tsx`, add a line here with `lazily`, and a line in
 * `sections.ts` when the rail should show it. A screen gets what its path names as `params`; what narrows it (`?status=past-due`) it reads
 * with `useQueryText()` of `navigation.tsx`. Data come by `useAsk`, long work by `useJob`; a feature never imports another feature: what
 * needs two of them is put together in `app/` (as `today-route.tsx` does).
 */
const ROUTES: readonly Route[] = [
  // The first screen comes with the window itself: fetching it later would be one more wait at every start.
  { pattern: '/today', screen: lazily(async () => TodayRoute) },
  { pattern: '/sweep', screen: lazily(async () => TodayRoute) },
  {
    pattern: '/members',
    screen: lazily(async () => (await import('../features/members/members-screen.tsx')).MembersScreen),
  },
  {
    pattern: '/members/:memberNo',
    screen: lazily(async () => (await import('./member-route.tsx')).MemberRoute),
  },
  {
    pattern: '/renewals',
    screen: lazily(async () => (await import('./renewals-route.tsx')).RenewalsRoute),
  },
  ...['/renewals/returned', '/renewals/addresses', '/renewals/moves'].map((pattern) => ({
    pattern,
    screen: lazily(async () => (await import('../features/returned/post-screen.tsx')).PostScreen),
  })),
  {
    pattern: '/payments',
    screen: lazily(async () => (await import('../features/payments/payments-screen.tsx')).PaymentsScreen),
  },
  {
    pattern: '/payments/read',
    screen: lazily(async () => (await import('../features/payments/read-file-screen.tsx')).ReadFileScreen),
  },
  {
    pattern: '/payments/files/:deposit',
    screen: lazily(async () => (await import('../features/payments/file-screen.tsx')).FileScreen),
  },
  {
    pattern: '/payments/:deposit',
    screen: lazily(async () => (await import('../features/payments/deposit-screen.tsx')).DepositScreen),
  },
  {
    pattern: '/ccp',
    screen: lazily(async () => (await import('./ccp-route.tsx')).CcpRoute),
  },
  {
    pattern: '/intake',
    screen: lazily(async () => (await import('../features/intake/intake-screen.tsx')).IntakeScreen),
  },
  {
    pattern: '/audits',
    screen: lazily(async () => (await import('../features/audits/audits-screen.tsx')).AuditsScreen),
  },
  {
    pattern: '/audits/cases/:audit',
    screen: lazily(async () => (await import('./audit-case-route.tsx')).AuditCaseRoute),
  },
  {
    pattern: '/audits/draws/:year/:draw',
    screen: lazily(async () => (await import('../features/audits/draw-screen.tsx')).DrawScreen),
  },
  {
    pattern: '/audits/reports/:year',
    screen: lazily(async () => (await import('../features/audits/report-screen.tsx')).ReportScreen),
  },
  {
    pattern: '/recertification',
    screen: lazily(
      async () =>
        (await import('../features/recertification/recertification-screen.tsx')).RecertificationScreen,
    ),
  },
  {
    pattern: '/recertification/:application',
    screen: lazily(async () => (await import('./recertification-route.tsx')).RecertificationRoute),
  },
  {
    pattern: '/lapse',
    screen: lazily(async () => (await import('./lapse-route.tsx')).LapseRoute),
  },
  {
    pattern: '/badges',
    screen: lazily(async () => (await import('../features/badges/badges-screen.tsx')).BadgesScreen),
  },
  {
    pattern: '/eligibility',
    screen: lazily(
      async () => (await import('../features/eligibility/eligibility-screen.tsx')).EligibilityScreen,
    ),
  },
  {
    pattern: '/import',
    screen: lazily(async () => (await import('../features/import/import-screen.tsx')).ImportScreen),
  },
  {
    pattern: '/settings/what-if',
    screen: lazily(async () => (await import('../features/policy/what-if-screen.tsx')).WhatIfScreen),
  },
  {
    pattern: '/settings',
    screen: lazily(async () => (await import('./settings-route.tsx')).SettingsRoute),
  },
];

/** Shown instead of everything else while no office is open. */
export const FirstStart = lazily(
  async () => (await import('../features/first-start/first-start-screen.tsx')).FirstStartScreen,
);

/** The screen of a path, or null where no route has it. */
export function screenAt(
  path: string,
): { readonly screen: Screen; readonly params: ScreenParams['params'] } | null {
  for (const { pattern, screen } of ROUTES) {
    const params = matchPath(pattern, path);
    if (params !== null) return { screen, params };
  }
  return null;
}

/** Fetches a path's screen before it is drawn: while it is on its way the office answers its first question. */
export function fetchScreen(path: string): void {
  const found = screenAt(path);
  // What cannot be fetched fails again, and is said, when it is drawn.
  if (found !== null)
    loaders
      .get(found.screen)?.()
      .catch(() => undefined);
}

function lazily(load: () => Promise<ComponentType<ScreenParams>>): Screen {
  const screen = lazy(async () => ({ default: await load() }));
  loaders.set(screen, load);
  return screen;
}
