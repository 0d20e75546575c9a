/** How one file of weights is made. The recipe's own file has the name of the weights' file. */
import type { NDArray } from "../../src/contract/array.ts";
import type { AnyProgram } from "../../src/engine/program.ts";
import type { Precision } from "../../src/weights/safetensors.ts";
import type { Wire } from "../../src/contract/params.ts";

export interface Recipe {
  readonly title: string;
  /** The demo that trains: `"wgan/ring"`. */
  readonly demo: string;
  /**
   * The demo whose file it is, where that is another one, such as one without steps. The demo that trains may then have branches, of
   * which the settings say the one that is trained.
   */
  readonly ships?: string;
  /** A program made of the demo's, which trains in its place; settings, data and measures stay the demo's. */
  trains?(program: AnyProgram): AnyProgram;
  /** Settings that differ from the demo's defaults. */
  readonly settings: Wire;
  /** Path below `public` of trained weights that it begins from: they may be a part, and the others begin afresh. */
  readonly begins?: string;
  /** Live changes: `params` act after `step` steps. */
  readonly changes: readonly { readonly step: number; readonly params: Wire }[];
  readonly seed: number;
  readonly steps: number;
  readonly precision: Precision;
  /** The demo's measures are taken on this many batches that training did not see. */
  readonly batches: number;
  readonly data: RecipeData;
}

export type RecipeData = { readonly says: string } & (
  | {
      /** Enough of the data to tell them from others by its hash. */
      sample(): Promise<NDArray>;
      /** What the program is given, by name, in place of the files that the demo declares: a larger collection of a maintainer's. */
      read?(): Promise<Readonly<Record<string, unknown>>>;
    }
  /** The files that the demo declares. */
  | { readonly sample?: undefined; readonly read?: undefined }
);
