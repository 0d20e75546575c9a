/** Numbers as few bytes. */

/** Exponents of ten that fit the first byte of a short decimal. */
const REACH = 100;
/** First byte of a number written as its eight bytes. */
const DOUBLE = 255;
/** Decimals of more digits are no shorter than eight bytes. */
const SHORT_DIGITS = 12;

export interface ByteWriter {
  byte(value: number): void;
  /** A whole number from 0 to 2⁵³ − 1: seven bits a byte. */
  whole(value: number): void;
  /** Any finite number, exactly; one with few decimal digits takes few bytes. */
  real(value: number): void;
  /** Two hexadecimal digits a byte. */
  hex(digits: string): void;
  bytes(): Uint8Array;
}

export function writeBytes(): ByteWriter {
  const out: number[] = [];
  const writer: ByteWriter = {
    byte: (value) => void out.push(value),
    whole(value) {
      let rest = value;
      for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
      out.push(rest);
    },
    real(value) {
      const [mantissa, exponent] = Math.abs(value).toExponential().split("e") as [string, string];
      const digits = mantissa.replace(".", "");
      const power = Number(exponent) - (digits.length - 1);
      if (digits.length > SHORT_DIGITS || Math.abs(power) > REACH) {
        out.push(DOUBLE, ...new Uint8Array(Float64Array.of(value).buffer));
        return;
      }
      out.push(power + REACH);
      writer.whole(Number(digits) * 2 + (value < 0 ? 1 : 0));
    },
    hex(digits) {
      for (let i = 0; i < digits.length; i += 2)
        out.push(Number.parseInt(digits.slice(i, i + 2), 16));
    },
    bytes: () => Uint8Array.from(out),
  };
  return writer;
}

export interface ByteReader {
  byte(): number;
  whole(): number;
  real(): number;
  hex(count: number): string;
  /** Whether everything was read. */
  done(): boolean;
}

/** Throws RangeError where the bytes end too early or say no number. */
export function readBytes(bytes: Uint8Array): ByteReader {
  let next = 0;
  const reader: ByteReader = {
    byte() {
      const value = bytes[next++];
      if (value === undefined) throw new RangeError("The bytes end too early.");
      return value;
    },
    whole() {
      let value = 0;
      for (let scale = 1; ; scale *= 128) {
        const byte = reader.byte();
        value += (byte % 128) * scale;
        if (value > Number.MAX_SAFE_INTEGER) throw new RangeError("A number is too large.");
        if (byte < 128) return value;
      }
    },
    real() {
      const first = reader.byte();
      if (first === DOUBLE) {
        const value = new Float64Array(Uint8Array.from({ length: 8 }, reader.byte).buffer)[0]!;
        if (!Number.isFinite(value)) throw new RangeError("A number is not finite.");
        return value;
      }
      const signed = reader.whole();
      const size = Number(`${Math.floor(signed / 2)}e${first - REACH}`);
      return signed % 2 ? -size : size;
    },
    hex: (count) =>
      Array.from({ length: count }, () => reader.byte().toString(16).padStart(2, "0")).join(""),
    done: () => next === bytes.length,
  };
  return reader;
}
