import { homedir } from 'node:os';
import { join } from 'node:path';

/** The office of the person logged in, where no folder is named: in the place each system keeps programs' data. */
export function defaultOfficeFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  return join(dataFolder(env, platform), 'office');
}

function dataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return join(env.APPDATA ?? join(homedir(), 'AppData', 'Roaming'), 'Standing');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Standing');
  return join(env.XDG_DATA_HOME ?? join(homedir(), '.local', 'share'), 'standing');
}

/** Where a sample office goes unless another folder is chosen: beside the person's own, never in its place. */
export function sampleOfficeFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  return join(dataFolder(env, platform), 'Standing sample office');
}
