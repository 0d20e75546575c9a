/** Addresses in the code of a demo, as note and code name them to each other. */
import { anchorOf } from "./anchor-of.ts";

/** The anchor of a line: `"ring-code-losses-7"`. */
export const lineId = (demo: string, file: string, line: number): string =>
  `${anchorOf(demo)}-code-${file.replace(/\.ts$/, "").replaceAll("/", "-")}-${line}`;

export const codePath = (demo: string): string => `/code/${demo}/`;

/** The code of a demo as pages show it. */
export interface DemoCode {
  /** The note that shows the demo. */
  readonly note: { readonly slug: string; readonly title: string };
  readonly files: readonly {
    readonly name: string;
    /** Lines as `<span class="line">`; their text is the file's. */
    readonly html: string;
  }[];
}
