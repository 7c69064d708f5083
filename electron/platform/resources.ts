import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The folder of policy, letters, envelopes, fonts: beside the packaged program, or at the project's top.
 * @throws Error when the installation is damaged
 */
export function resourcesFolder(): string {
  // Electron sets resourcesPath; plain Node has none.
  const packaged = (process as { resourcesPath?: string }).resourcesPath;
  if (packaged !== undefined && existsSync(join(packaged, 'resources', 'policy')))
    return join(packaged, 'resources');
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'resources');
    if (existsSync(join(candidate, 'policy'))) return candidate;
    if (folder === dirname(folder))
      throw new Error('The resources folder is missing: install Standing again.');
  }
}
