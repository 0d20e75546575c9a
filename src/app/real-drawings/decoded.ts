/** What the worker says of the file that it was given. */
export type Decoded =
  | { readonly type: "progress"; readonly done: number; readonly all: number }
  | { readonly type: "drawings"; readonly bits: Uint8Array<ArrayBuffer> }
  /** Why it is not taken, to be said after its name. */
  | { readonly type: "refused"; readonly why: string };
