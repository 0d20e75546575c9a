/** Which numbers the functions of a WebAssembly module take: its own sections say so, JavaScript doesn't. */

/** A parameter's type as the binary format writes it. */
export const [I32, F32] = [0x7f, 0x7d] as const;

/** Parameters of each exported function, by its name. */
export type Signatures = ReadonlyMap<string, readonly number[]>;

/** Sections of the binary format (WebAssembly core specification, section 5.5). */
const [TYPES, IMPORTS, FUNCTIONS, EXPORTS] = [1, 2, 3, 7];
const FUNCTION = 0;

/** Reads a module that imports nothing but memories and whose functions return nothing. */
export function signaturesOf(module: Uint8Array): Signatures {
  let at = 8;
  const byte = (): number => module[at++]!;
  /** An unsigned number in groups of seven bits. */
  function count(): number {
    const low = byte();
    return low < 128 ? low : low - 128 + 128 * count();
  }
  const list = <T>(read: () => T): T[] => Array.from({ length: count() }, read);
  const name = (): string => String.fromCharCode(...list(byte));

  let types: number[][] = [];
  let functions: number[] = [];
  const signatures = new Map<string, readonly number[]>();
  while (at < module.length) {
    const section = byte();
    const size = count();
    const end = at + size;
    if (section === TYPES) {
      types = list(() => {
        byte();
        const parameters = list(byte);
        list(byte);
        return parameters;
      });
    } else if (section === IMPORTS) {
      list(() => {
        name();
        name();
        if (byte() === FUNCTION) throw new Error("The kernels import a function.");
        at = end;
      });
    } else if (section === FUNCTIONS) functions = list(count);
    else if (section === EXPORTS) {
      list(() => {
        const exported = name();
        const kind = byte();
        const index = count();
        if (kind === FUNCTION) signatures.set(exported, types[functions[index]!]!);
      });
    }
    at = end;
  }
  return signatures;
}
