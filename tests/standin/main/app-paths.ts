import os from 'node:os';
import path from 'node:path';

/** The folders Electron names, for a user's home folder and an app's name. */
export function standardPaths(appName: string, home = os.homedir()): Record<string, string> {
  const { env, platform } = process;
  const appData =
    platform === 'win32'
      ? (env.APPDATA ?? path.join(home, 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? path.join(home, 'Library', 'Application Support')
        : (env.XDG_CONFIG_HOME ?? path.join(home, '.config'));
  return {
    home,
    appData,
    userData: path.join(appData, appName),
    temp: os.tmpdir(),
    exe: process.execPath,
    module: process.execPath,
    desktop: path.join(home, 'Desktop'),
    documents: path.join(home, 'Documents'),
    downloads: path.join(home, 'Downloads'),
    music: path.join(home, 'Music'),
    pictures: path.join(home, 'Pictures'),
    videos: path.join(home, 'Videos'),
  };
}

/** Folders that follow `userData` until the app moves them. */
export function foldersUnder(userData: string): Record<string, string> {
  return {
    sessionData: userData,
    crashDumps: path.join(userData, 'Crashpad'),
    logs: path.join(userData, 'logs'),
  };
}
