import { EventEmitter } from 'node:events';

/** Electron's `powerMonitor`: nothing ever happens to the power. */
class PowerMonitor extends EventEmitter {
  readonly onBatteryPower = false;
  getSystemIdleTime(): number {
    return 0;
  }
  isOnBatteryPower(): boolean {
    return false;
  }
}
export const powerMonitor = new PowerMonitor();

/** Electron's `powerSaveBlocker`: blocks nothing. */
export const powerSaveBlocker = {
  start: (): number => 1,
  stop: (): boolean => true,
  isStarted: (): boolean => false,
};

/** Electron's `crashReporter`: reports nothing. */
export const crashReporter = {
  start(): void {},
  getLastCrashReport: (): null => null,
  getUploadedReports: (): readonly never[] => [],
  addExtraParameter(): void {},
  removeExtraParameter(): void {},
};

/** Electron's `globalShortcut`: registers nothing. */
export const globalShortcut = {
  register: (): boolean => false,
  unregister(): void {},
  unregisterAll(): void {},
  isRegistered: (): boolean => false,
};

/** Electron's `autoUpdater`: never finds anything. */
export const autoUpdater = Object.assign(new EventEmitter(), { setFeedURL() {}, checkForUpdates() {} });

/** Electron's `Notification`: never shown. */
export class Notification extends EventEmitter {
  static isSupported(): boolean {
    return false;
  }
  show(): void {}
  close(): void {}
}
