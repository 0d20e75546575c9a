/**
 * Branches: runs of one program from one seed, stepped together. To the outside they are one run, whose curves and arrays
 * carry the names of the branches. A branch whose numbers stop being finite ends alone.
 */
import type { NDArray } from "../contract/array.ts";
import { branchName } from "../contract/branches.ts";
import type { Branch } from "../contract/demo.ts";
import { toWire, type Wire } from "../contract/params.ts";
import type { Fault, Points } from "../contract/protocol.ts";
import { RunFault } from "./run-fault.ts";
import type { Opening, Runner } from "./runner.ts";

interface Member {
  readonly name: string;
  /** Settings that are the branch's own. */
  readonly own: Wire;
  readonly runner: Runner;
  fault: Fault | null;
}

/** Throws RunFault where the first state of one cannot be built, and later when the last one cannot go on. */
export async function createLockstep(
  opening: Opening,
  single: (opening: Opening) => Promise<Runner>,
): Promise<Runner> {
  const { demo, between } = opening;
  const { branches = {}, ...alone } = demo;
  const members: Member[] = [];
  const close = (): void => {
    for (const { runner } of members) runner.close();
  };
  try {
    for (const [name, branch] of Object.entries(branches)) {
      const own = ownSettings(opening, branch);
      const params = { ...opening.params, ...own };
      const runner = await single({ ...opening, demo: alone, params });
      members.push({ name, own, runner, fault: null });
      await between?.();
    }
  } catch (error) {
    close();
    throw error;
  }
  const alive = (): Member[] => members.filter(({ fault }) => fault === null);
  let taken = 0;

  /** Whether `work` on a member went well; one whose numbers break is lost. */
  async function survives(
    member: Member,
    work: (runner: Runner) => Promise<void>,
  ): Promise<boolean> {
    try {
      await work(member.runner);
      return true;
    } catch (error) {
      if (!(error instanceof RunFault) || error.fault.code !== "diverged") throw error;
      member.fault = error.fault;
      return false;
    }
  }

  /** The last one that is lost takes the run with it. */
  function requireOne(): void {
    if (alive().length > 0) return;
    const faults = members.map(({ fault }) => fault!);
    throw new RunFault(faults.reduce((a, b) => ((b.step ?? 0) > (a.step ?? 0) ? b : a)));
  }

  return {
    get step() {
      return taken;
    },
    get revision() {
      return (alive()[0] ?? members[0]!).runner.revision;
    },
    set(rev, params, at) {
      for (const { runner, own } of members) runner.set(rev, { ...params, ...own }, at);
    },
    async advance() {
      for (const member of alive()) {
        await survives(member, (runner) => runner.advance());
        await between?.();
      }
      requireOne();
      taken += 1;
    },
    async observe(outputs) {
      const arrays: Record<string, NDArray | null> = {};
      for (const { name, runner } of alive()) {
        for (const [output, array] of Object.entries(await runner.observe(outputs)))
          arrays[branchName(name, output)] = array;
        await between?.();
      }
      return arrays;
    },
    async series() {
      const curves: Record<string, Points> = {};
      for (const member of members) {
        const take = async (runner: Runner): Promise<void> => {
          for (const [curve, points] of Object.entries(await runner.series()))
            curves[branchName(member.name, curve)] = points;
        };
        // What was finite before a branch broke is still to be had.
        if (!(await survives(member, take))) await take(member.runner);
      }
      requireOne();
      return curves;
    },
    applied() {
      const reports = members.map((member) => ({ member, applied: member.runner.applied() }));
      return (reports.find(({ member }) => member.fault === null) ?? reports[0]!).applied;
    },
    lost: () =>
      Object.fromEntries(
        members.flatMap(({ name, fault }) => (fault === null ? [] : [[name, fault]])),
      ),
    weights: async () => null,
    scoring: () => ({ next: async () => ({}) }),
    left() {
      throw new Error(`${demo.id} runs in branches, which cannot be left and resumed.`);
    },
    mode() {
      const modes = members.map(({ runner }) => runner.mode());
      return {
        replaying: modes.every(({ replaying }) => replaying),
        obstacle: modes.find(({ obstacle }) => obstacle !== null)?.obstacle ?? null,
      };
    },
    close,
  };
}

const ownSettings = ({ demo }: Opening, { values }: Branch): Wire => toWire(demo.params, values);
