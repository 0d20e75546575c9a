interface Launching {
  executablePath?: string;
  args?: string[];
}
export function testedChromium(): string | undefined;
export function chromiumForTests(): Launching;
export function chromium(): Launching;
