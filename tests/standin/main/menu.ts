import { EventEmitter } from 'node:events';
import { focusedWindow } from '../window/windows.ts';
import { app } from './app.ts';

/** The parts of Electron's menu templates that are kept. */
export interface MenuItemOptions {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly submenu?: readonly MenuItemOptions[] | Menu;
  readonly click?: (item: MenuItem, window: unknown, event: object) => void;
}

/** Electron's `MenuItem`; a test clicks it by `click()`, its accelerator is not listened for. */
export class MenuItem {
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: string;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | null;
  readonly click: () => void;
  label: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemOptions) {
    const { submenu, click } = options;
    this.id = options.id;
    this.role = options.role;
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    this.accelerator = options.accelerator;
    this.label = options.label ?? options.role ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.submenu = submenu instanceof Menu ? submenu : submenu ? Menu.buildFromTemplate(submenu) : null;
    this.click = () => {
      if (click) click(this, focusedWindow(), {});
      else if (this.role === 'quit') app.quit();
      else if (this.role === 'close') focusedWindow()?.close();
      else if (this.role === 'reload') focusedWindow()?.reload();
    };
  }
}

/** Electron's `Menu`: kept, not drawn. */
export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly MenuItemOptions[]): Menu {
    const menu = new Menu();
    for (const options of template)
      menu.append(options instanceof MenuItem ? options : new MenuItem(options));
    return menu;
  }
  static setApplicationMenu(menu: Menu | null): void {
    app.applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return app.applicationMenu instanceof Menu ? app.applicationMenu : null;
  }

  append(item: MenuItem): void {
    this.items.push(item);
  }
  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
  popup(): void {}
  closePopup(): void {}
}
