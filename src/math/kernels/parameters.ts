/**
 * What each parameter of our WebAssembly functions is, one letter each: n a count, a stride or a choice, f a number, r the
 * address of what is read (0 for none), w of what is written whole or in part, s of scratch. tests/math/kernels/parameters.test.ts
 * holds this against the sources in assembly/.
 */
const TWO = "nnrnnrnnw";
const ONE = "nrw";

const PARAMETERS: Readonly<Record<string, string>> = {
  gemm: "nnnnrnnrnnwrns",
  add: TWO,
  sub: TWO,
  mul: TWO,
  div: TWO,
  maximum: TWO,
  minimum: TWO,
  neg: ONE,
  square: ONE,
  sqrt: ONE,
  relu: ONE,
  exp: ONE,
  log: ONE,
  tanh: ONE,
  sigmoid: ONE,
  softplus: ONE,
  step: "nrwf",
  clip: "nrwff",
  reluGrad: "nrrw",
  sum: "nnnrw",
  maxOver: "nnnrw",
  softmax: "nnrw",
  fill: "nwf",
  move: "nnnnrnnnnwnnnn",
  gatherRows: "nnnrrw",
  scatterRows: "nnnrrw",
  sgd: "nrrrrw",
  rmsprop: "nrrrrrfffww",
  adam: "nrrrrrrrrfffffwww",
  conv: "nnnnnrrwrns",
  convInput: "nnnnnrrws",
  convFilter: "nnnnnrrws",
  maxPool: "nnnnrw",
  maxPoolGrad: "nnnnrrrw",
  standardiseRows: "nnrfw",
  standardiseRowsGrad: "nnrrfw",
  standardiseColumns: "nnrfws",
  standardiseColumnsGrad: "nnrrfws",
  batchNormRelu: "nnrrrfws",
  batchNormReluGrad: "nnrrrrfwwws",
  warp: "nnnnrrws",
  warpBack: "nnnnrrws",
  lstm: "nnrrww",
  lstmGrad: "nnrrrrww",
};

export type Role = "n" | "f" | "r" | "w" | "s";

/** The roles of the parameters of a function, in their order; undefined where nobody has said. */
export const rolesOf = (name: string): readonly Role[] | undefined => ROLES.get(name);

const ROLES = new Map(
  Object.entries(PARAMETERS).map(([name, letters]) => [name, [...letters] as Role[]]),
);

export const isAddress = (role: Role): boolean => role !== "n" && role !== "f";
