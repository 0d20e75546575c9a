import { classesOf, DRAWERS, writeDrawing } from "../../../data/characters.ts";
import { readGlyphs, type Glyphs } from "../../../data/glyphs.ts";
import { defineProgram, once } from "../../../engine/program.ts";
import { drawn } from "../../../math/drawn.ts";
import { fold, type Key } from "../../../math/key.ts";
import { moments } from "../../../math/norm.ts";
import { concat, reshape, slice, stack } from "../../../math/shape.ts";
import { tensor, zeros, type Numbers, type Tensor } from "../../../math/tensor.ts";
import { drawEpisode } from "../draw-episodes.ts";
import { embed, embedAlone, initEmbedding, type Embedding, type Statistics } from "../embedding.ts";
import { handled, type Handling } from "../handled-query.ts";
import { attention, byPrototypes, voted, type Labels } from "../labelled.ts";
import { CHANNELS } from "../shipped-channels.ts";
import { demo, LETTERS, SIDE, supportsOf } from "./demo.ts";

type State = { readonly theta: Embedding; readonly statistics: Statistics };

interface Supports {
  readonly S: Numbers;
  readonly N: number;
  readonly k: number;
  readonly hand: string;
  readonly wrong: string;
}

type Norm = "stored" | "together";
interface Answer {
  readonly answer: number;
  readonly P: number;
}

const PIXELS = SIDE ** 2;
/** Episodes by lot, and the classes of each; one query of each class is asked. Their memory is freed after each unit. */
const [EPISODES, UNITS, WAY] = [20, 4, LETTERS.length];

/** [N k, 28, 28] as numbers. What there is no drawing of is blank. */
function examples({ S, ...which }: Supports): Float32Array {
  const all = supportsOf(which).map(({ row }) => row * PIXELS);
  return Float32Array.from(
    { length: all.length * PIXELS },
    (_, p) => S.data[all[Math.floor(p / PIXELS)]! + (p % PIXELS)] ?? 0,
  );
}

/** The reader's labels. An empty drawing is an example of nothing. */
function labelsBy(settings: Supports): Labels {
  const supports = supportsOf(settings);
  return {
    counts: supports.map(({ row }) => hasInk(settings.S, row)),
    y: [supports.map(({ label }) => label)],
    N: settings.N,
  };
}

function hasInk({ data }: Numbers, row: number): boolean {
  for (let p = row * PIXELS; p < (row + 1) * PIXELS; p++) if (data[p]! > 0) return true;
  return false;
}

function asked({ query, turn, right, down, thick }: Handling & { readonly query: Numbers }) {
  return handled(Float32Array.from(query.data), SIDE, { turn, right, down, thick });
}

/** Numbers of pictures as rows: queries f [1, q, d] and supports g [1, m, d]. */
type Rows = { readonly f: Tensor; readonly g: Tensor };

const rowsOf = (x: Float32Array): Tensor => tensor(x, [1, x.length / PIXELS, PIXELS]);
const pictures = (x: Tensor): Tensor => reshape(x, [x.size / PIXELS, SIDE, SIDE, 1]);
const asRows = (z: Tensor): Tensor => reshape(z, [1, ...z.shape]);

const alone = ({ theta, statistics }: State, x: Tensor): Tensor =>
  asRows(embedAlone(theta, statistics, pictures(x)));

/** By the statistics of supports and queries together. */
function together({ theta }: State, { f, g }: Rows): Rows {
  const [m, q] = [g.shape[1]!, f.shape[1]!];
  const { z } = embed(theta, pictures(concat([g, f], 1)));
  const d = z.shape[1]!;
  return { g: asRows(slice(z, [0, 0], [m, d])), f: asRows(slice(z, [m, 0], [q, d])) };
}

/** P of each class for q queries, by eq. (1) on pixels x, by eq. (1) on features z and by prototypes of these: [3, q, N]. */
function compared(x: Rows, z: Rows, s: number, labels: Labels) {
  const [aPixels, a] = [x, z].map(({ f, g }) => attention(f, g, s, labels)) as [Tensor, Tensor];
  const ways = [voted(aPixels, labels), voted(a, labels), byPrototypes(z.f, z.g, labels)];
  return { aPixels, a, P: reshape(stack(ways), [3, labels.y.length, labels.N]) };
}

interface Ways {
  query(): Known;
  supports(): Known;
  both(): Rows;
}

/** Pixels, and features where these are of each picture alone. */
type Known = { readonly x: Tensor; readonly z: Tensor };
const known = (state: State, norm: Norm, x: Tensor): Known => ({
  x,
  z: norm === "stored" ? alone(state, x) : x,
});

/** Of the reader's query: attention [m] each, and P [3, N]. */
function judged(
  { query, supports, both }: Ways,
  { norm, s }: { readonly norm: Norm; readonly s: number },
  labels: Labels,
) {
  const [own, others] = [query(), supports()];
  const z = norm === "stored" ? { f: own.z, g: others.z } : both();
  const { a, aPixels, P } = compared({ f: own.x, g: others.x }, z, s, labels);
  const m = labels.counts.length;
  return {
    a: reshape(a, [m]),
    aPixels: reshape(aPixels, [m]),
    P: reshape(P, [3, labels.N]),
  };
}

/** An episode of Glyphs’ characters for testing, its queries handled like the reader's. */
function byLot(key: Key, glyphs: Glyphs, k: number, handling: Handling): Rows {
  const classes = classesOf(glyphs, "test", 1);
  const pool = { classes: classes.length, examples: DRAWERS };
  const m = WAY * k;
  const x = drawn(key, [1, m + WAY, PIXELS], (own, out = new Float32Array((m + WAY) * PIXELS)) => {
    drawEpisode(own, { N: WAY, k, q: 1 }, pool, (row, place, drawer) => {
      writeDrawing(glyphs.drawing(classes[place]!.character, drawer), 0, out, row * PIXELS);
      if (row < m) return;
      const bits = out.slice(row * PIXELS, (row + 1) * PIXELS);
      out.set(handled(bits, SIDE, handling), row * PIXELS);
    });
    return out;
  });
  return {
    g: slice(x, [0, 0, 0], [1, m, PIXELS]),
    f: slice(x, [0, m, 0], [1, WAY, PIXELS]),
  };
}

interface LotSettings extends Handling {
  readonly k: number;
  readonly s: number;
  readonly norm: Norm;
  readonly wrong: string;
}

/** P for one query of each class of an episode by lot, [3, WAY, WAY]. A wrong label is, for each, the first of its own class. */
function othersOf(state: State, settings: LotSettings, key: Key, glyphs: Glyphs): Tensor {
  const { k, s, norm, wrong } = settings;
  const x = byLot(key, glyphs, k, settings);
  const z = norm === "stored" ? { f: alone(state, x.f), g: alone(state, x.g) } : together(state, x);
  const counts = Array.from({ length: WAY * k }, () => true);
  const y = LETTERS.map((own) =>
    supportsOf({ N: WAY, k, hand: "1", wrong: wrong === "none" ? wrong : own }).map(
      ({ label }) => label,
    ),
  );
  return compared(x, z, s, { counts, y, N: WAY }).P;
}

/** Which class each row of P [q, N] is greatest for. */
const answers = (P: Float32Array, N: number): number[] =>
  Array.from({ length: P.length / N }, (_, i) => {
    const row = P.subarray(i * N, (i + 1) * N);
    return row.indexOf(Math.max(...row));
  });

/** Share of answers that are right where episodes [3, WAY, WAY] lie one below the other, of one way of comparing. */
function shareRight(others: Float32Array, way: number): number {
  const own = Array.from({ length: EPISODES }, (_, e) => {
    const start = (3 * e + way) * WAY * WAY;
    return answers(others.subarray(start, start + WAY * WAY), WAY);
  });
  const count = own.flat().filter((answer, i) => answer === i % WAY).length;
  return count / (EPISODES * WAY);
}

export const program = defineProgram(demo, {
  data: { glyphs: readGlyphs },

  /** Without the trained weights: random ones, and statistics of numbers that are standardised already. */
  init({ net }, key): State {
    const theta = initEmbedding(fold(key, "theta"), CHANNELS[net]);
    return { theta, statistics: theta.map(({ W }) => moments(W, [0, 1, 2])) };
  },
  weights: {
    of: (state: State) => state,
    begin: (_: State, weights) => weights as State,
  },

  // Each is kept as long as nothing changes that it is made of: while the query is handled, the supports' features stay.
  shared: {
    query: (state: State, settings) => known(state, settings.norm, rowsOf(asked(settings))),
    supports: (state: State, settings) => known(state, settings.norm, rowsOf(examples(settings))),
    both: (state: State, settings) =>
      together(state, { f: rowsOf(asked(settings)), g: rowsOf(examples(settings)) }),
  },

  measure: {
    units: UNITS,
    sample(state: State, settings, key, { glyphs, ...ways }, unit) {
      const P = unit === 0 ? judged(ways, settings, labelsBy(settings)).P : zeros([3, settings.N]);
      const others = Array.from({ length: settings.lot ? EPISODES / UNITS : 0 }, (_, e) =>
        othersOf(state, settings, fold(key, e), glyphs),
      );
      return { P, others: others.length > 0 ? concat(others) : zeros([3, WAY, WAY]) };
    },
    evaluate({ P, others }, { N, lot }) {
      const [pixels, learned, prototypes] = [0, 1, 2].map((way) => {
        const own = P.data.subarray(way * N, (way + 1) * N);
        return { answer: 1 + answers(own, N)[0]!, P: Math.max(...own) };
      }) as [Answer, Answer, Answer];
      const share = (way: number): number => (lot ? shareRight(others.data, way) : 0);
      return {
        pixels: pixels.answer,
        pixelsP: pixels.P,
        learned: learned.answer,
        learnedP: learned.P,
        prototypes: prototypes.answer,
        prototypesP: prototypes.P,
        lotPixels: share(0),
        lotLearned: share(1),
        lotPrototypes: share(2),
      };
    },
  },

  observe(_: State, settings, __, ways) {
    const all = once(() => judged(ways, settings, labelsBy(settings)));
    return {
      handled: () => reshape(ways.query().x, [SIDE, SIDE]),
      a: () => all().a,
      aPixels: () => all().aPixels,
      P: () => all().P,
    };
  },
});
