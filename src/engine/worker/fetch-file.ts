/** Fetches a file and says how far it is. */

/** `total` is 0 where the server does not say how large the file is. Bytes. */
export type Heard = (loaded: number, total: number) => void;

export interface FetchHow {
  readonly heard: Heard;
  /** Past the browser's cache: what it holds was found damaged. */
  readonly again: boolean;
}

/** So long without a sign of life, and the connection counts as lost, ms: less than the page waits for its worker. */
const PATIENCE_MS = 20_000;

/** Rejects where there is no such file, and where the connection is lost on the way. */
export async function fetchFile(
  address: URL,
  { heard, again }: FetchHow,
  patienceMs = PATIENCE_MS,
): Promise<ArrayBuffer> {
  const lost = new AbortController();
  let timer = setTimeout(() => lost.abort(), patienceMs);
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => lost.abort(), patienceMs);
  };
  try {
    const response = await fetch(address, {
      signal: lost.signal,
      ...(again && { cache: "reload" as const }),
    });
    wait();
    if (!response.ok) throw new Error(String(response.status));
    const total = sizeOf(response);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let loaded = 0;
    const reader = response.body!.getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      wait();
      parts.push(next.value);
      loaded += next.value.length;
      heard(loaded, total);
    }
    return await new Blob(parts).arrayBuffer();
  } finally {
    clearTimeout(timer);
  }
}

/** Of the file as it arrives here: what is packed for the way has another size on it. */
const sizeOf = ({ headers }: Response): number =>
  headers.has("content-encoding") ? 0 : Number(headers.get("content-length") ?? 0);
