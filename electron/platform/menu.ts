import { app, Menu, type MenuItemConstructorOptions } from 'electron';

/** What the menus do beside what the system does for them. */
export interface MenuActions {
  /** Shows a place in the window, e.g. `/settings`. */
  navigate(to: string): void;
  showLogs(): void;
}

/** The places of the rail; the window itself listens for Ctrl/Cmd and their number, here it is only shown. */
const PLACES = [
  ['Today', '/today'],
  ['Members', '/members'],
  ['Renewals', '/renewals'],
  ['Import', '/import'],
] as const;

/** Menus as Windows and Linux, or macOS, have them. Editing is by roles, so that copy and paste work everywhere. */
export function installMenu(actions: MenuActions, platform: NodeJS.Platform): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(actions, platform === 'darwin', !app.isPackaged)),
  );
}

function menuTemplate(
  actions: MenuActions,
  mac: boolean,
  development: boolean,
): MenuItemConstructorOptions[] {
  const settings: MenuItemConstructorOptions = {
    id: 'settings',
    label: 'Settings…',
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.navigate('/settings'),
  };
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const go: MenuItemConstructorOptions[] = PLACES.map(([label, to], index) => ({
    id: `go${to}`,
    label,
    accelerator: `CmdOrCtrl+${index + 1}`,
    registerAccelerator: false,
    click: () => actions.navigate(to),
  }));
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomIn', accelerator: 'CmdOrCtrl+=', visible: false },
    { role: 'zoomOut' },
    line,
    { role: 'togglefullscreen' },
    ...(development ? [line, { role: 'reload' as const }, { role: 'toggleDevTools' as const }] : []),
  ];
  const menus: MenuItemConstructorOptions[] = [
    { label: 'File', submenu: mac ? [{ role: 'close' }] : [settings, line, { role: 'quit' }] },
    { role: 'editMenu' },
    { label: 'Go', submenu: go },
    { label: 'View', submenu: view },
    { role: 'windowMenu' },
    {
      role: 'help',
      submenu: [
        { label: 'Show the logs', click: () => actions.showLogs() },
        ...(mac ? [] : [line, { role: 'about' as const }]),
      ],
    },
  ];
  return mac ? [applicationMenu(settings, line), ...menus] : menus;
}

function applicationMenu(
  settings: MenuItemConstructorOptions,
  line: MenuItemConstructorOptions,
): MenuItemConstructorOptions {
  return {
    label: app.name,
    submenu: [
      { role: 'about' },
      line,
      settings,
      line,
      { role: 'services' },
      line,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      line,
      { role: 'quit' },
    ],
  };
}
