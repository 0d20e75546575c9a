/** Reads one of Omniglot's zip files beside the page, which goes on answering. */
import { drawingsOfZip } from "../../omniglot/drawings-of-zip.ts";
import { Refusal } from "../../omniglot/refusal.ts";
import type { Decoded } from "./decoded.ts";

const post = (said: Decoded, transfer: Transferable[] = []): void =>
  postMessage(said, { transfer });

/** A folder that is dropped comes as a file that the browser does not read. */
const UNREADABLE = "could not be read. If it is a folder, bring the zip file that it came from.";

async function decode(file: Blob): Promise<void> {
  try {
    const zip = new Uint8Array(await file.arrayBuffer());
    const bits = drawingsOfZip(zip, (done, all) => post({ type: "progress", done, all }));
    post({ type: "drawings", bits }, [bits.buffer]);
  } catch (error) {
    const why = error instanceof Refusal ? error.message : UNREADABLE;
    post({ type: "refused", why });
  }
}

addEventListener("message", ({ data }: MessageEvent<Blob>) => void decode(data));
