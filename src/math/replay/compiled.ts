/**
 * Compiles a list of launches to one WebAssembly function that makes them all: each from JavaScript would cost about as
 * much as the arithmetic of a small one.
 */
import { library, type Library } from "../kernels/launch.ts";
import { F32, I32 } from "../kernels/signatures.ts";
import type { Call } from "./call.ts";
import { ARENA } from "./layout.ts";

/** Addresses and count in bytes. */
export interface Copy {
  readonly to: number;
  readonly from: number;
  readonly bytes: number;
}

/** A function that makes the calls, one after the other, and then the copies, in the arena that begins at `base`. */
export function program(calls: readonly Call[], copies: readonly Copy[]): (base: number) => void {
  const { functions, memory } = library();
  const names = [...new Set(calls.map(({ name }) => name))];
  const module = new WebAssembly.Module(moduleOf(names, calls, copies, library()));
  const own = Object.fromEntries(names.map((name) => [name, functions[name]!]));
  const { exports } = new WebAssembly.Instance(module, { env: { memory }, own });
  return exports.run as (base: number) => void;
}

const [CALL, LOCAL_GET, ADD] = [0x10, 0x20, 0x6a];
const MEMORY_COPY = [0xfc, 10, 0, 0];

/** The binary format (WebAssembly core specification, section 5): types, imports, functions, exports and code. */
function moduleOf(
  names: readonly string[],
  calls: readonly Call[],
  copies: readonly Copy[],
  { signatures }: Library,
): Uint8Array<ArrayBuffer> {
  const signature = (name: string): readonly number[] => signatures.get(name)!;
  const type = (parameters: readonly number[]): number[] => [0x60, ...vector(parameters), 0];
  const constant = (value: number, kind: number): number[] => {
    if (kind === F32) return [0x43, ...float(value)];
    if (value < ARENA) return [0x41, ...signed(value)];
    return [LOCAL_GET, 0, 0x41, ...signed(value - ARENA), ADD];
  };
  const imported = names.map((name, i) => [...text("own"), ...text(name), 0, ...unsigned(i)]);
  const code = [
    ...calls.flatMap(({ name, args }) => [
      ...args.flatMap((value, i) => constant(value, signature(name)[i]!)),
      CALL,
      ...unsigned(names.indexOf(name)),
    ]),
    ...copies.flatMap(({ to, from, bytes }) => [
      ...[to, from, bytes].flatMap((value) => constant(value, I32)),
      ...MEMORY_COPY,
    ]),
  ];
  const own = names.length;
  const types = [...names.map((name) => type(signature(name))), type([I32])];
  const memory = [...text("env"), ...text("memory"), 2, 0, 0];
  const magic = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const sections = [
    section(1, types),
    section(2, [memory, ...imported]),
    section(3, [unsigned(own)]),
    section(7, [[...text("run"), 0, ...unsigned(own)]]),
    section(10, [vector([0, ...code, 0x0b])]),
  ];
  return Uint8Array.from([magic, ...sections].flat());
}

function section(id: number, items: readonly (readonly number[])[]): number[] {
  return [id, ...vector([...unsigned(items.length), ...items.flat()])];
}

const vector = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes];

const text = (ascii: string): number[] => vector([...ascii].map((letter) => letter.charCodeAt(0)));

/** Groups of seven bits, the lowest first. */
const unsigned = (value: number): number[] =>
  value < 128 ? [value] : [(value % 128) + 128, ...unsigned(Math.floor(value / 128))];

/** As `unsigned`, in 32 bits of two's complement. */
function signed(value: number): number[] {
  const word = value | 0;
  return word >= -64 && word < 64 ? [word & 127] : [(word & 127) | 128, ...signed(word >> 7)];
}

const float = (value: number): number[] => [...new Uint8Array(Float32Array.of(value).buffer)];
