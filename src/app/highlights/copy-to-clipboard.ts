import { notice } from "./opened.ts";

/** Copies a link; where the browser refuses the clipboard, shows it for copying by hand. */
export async function copyLink(link: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(link);
    notice.set({ sentence: "Link to the passage copied." });
  } catch {
    notice.set({ sentence: "This browser does not let the page copy. Here is the link:", link });
  }
}
