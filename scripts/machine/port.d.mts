export function portAsked(asked?: string): number | undefined;
export function mustBeFree(port: number): Promise<void>;
