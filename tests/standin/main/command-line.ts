const switches = new Map<string, string>();

/** Takes over what was given on the command line. */
export function setSwitches(given: ReadonlyMap<string, string>): void {
  for (const [name, value] of given) switches.set(name, value);
}

/** Electron's `app.commandLine`. */
export const commandLine = {
  appendSwitch(name: string, value = ''): void {
    switches.set(name.toLowerCase(), value);
  },
  appendArgument(): void {},
  hasSwitch: (name: string): boolean => switches.has(name.toLowerCase()),
  getSwitchValue: (name: string): string => switches.get(name.toLowerCase()) ?? '',
  removeSwitch(name: string): void {
    switches.delete(name.toLowerCase());
  },
};
