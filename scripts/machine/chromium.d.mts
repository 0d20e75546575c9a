export function systemChromium(): string | undefined;
export function chromium(): { executablePath?: string; args?: string[] };
