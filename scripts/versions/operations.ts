/**
 * Every operation that a paper may use: what the numbers of a demo are made of. A new operation of `src/math` gets an entry,
 * `file.name`, as soon as a program uses it.
 */
import { ELEMENTARY } from "./elementary.ts";
import { OF_CHANCE } from "./of-chance.ts";
import { OF_NETWORKS } from "./of-networks.ts";
import type { Trials } from "./probe.ts";

export const OPERATIONS: Trials = { ...ELEMENTARY, ...OF_NETWORKS, ...OF_CHANCE };
