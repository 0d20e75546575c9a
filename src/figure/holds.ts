/** Whether the settings are, among others, these. */
export const holds = (
  when: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): boolean => Object.entries(when).every(([name, value]) => values[name] === value);
