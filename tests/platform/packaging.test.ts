import { join } from 'node:path';
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { beforeAll, describe, expect, test } from 'vitest';

const PROJECT = join(import.meta.dirname, '..', '..');
type Configuration = Awaited<ReturnType<typeof getConfig>>;

let config: Configuration;
beforeAll(async () => {
  config = await getConfig(PROJECT, 'electron-builder.yml', null);
});

describe('electron-builder.yml', () => {
  test('is valid by electron-builder’s own schema', async () => {
    await expect(validateConfiguration(config, new DebugLogger(false))).resolves.toBeUndefined();
  });

  test('would be refused with an option misspelt', async () => {
    const misspelt = { ...config, electronFuse: config.electronFuses };
    await expect(validateConfiguration(misspelt, new DebugLogger(false))).rejects.toThrow('electronFuse');
  });

  test('closes the ways around the app: no plain Node, no options from outside, only the sealed archive', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    });
  });

  test.each([
    ['win', 'nsis'],
    ['mac', 'dmg'],
  ] as const)('builds for %s a %s for x64 and arm64', (system, target) => {
    expect(config[system]?.target).toEqual([{ target, arch: ['x64', 'arm64'] }]);
  });

  test('publishes nothing and takes resources, the native database and the native canvas along', () => {
    expect(config.publish).toBeNull();
    expect(config.extraResources).toEqual([{ from: 'resources', to: 'resources' }]);
    expect(config.asarUnpack).toEqual([
      'node_modules/better-sqlite3/**/*',
      'node_modules/@napi-rs/canvas*/**/*',
    ]);
  });
});
