/** A launch that was written down. */
import type { Argument } from "../kernels/launch.ts";
import { isAddress, rolesOf, type Role } from "../kernels/parameters.ts";

/** Its addresses may be places: see places.ts. */
export interface Call {
  readonly name: string;
  readonly args: readonly Argument[];
}

/** The call with other addresses; 0 stays. */
export function readdressed({ name, args }: Call, change: (address: number) => number): Call {
  const roles = rolesOf(name)!;
  return { name, args: args.map((x, i) => (x !== 0 && isAddress(roles[i]!) ? change(x) : x)) };
}

/** The addresses that a call has, all or those of one role. */
export function addressesOf({ name, args }: Call, wanted?: Role): number[] {
  const roles = rolesOf(name)!;
  return args.filter((x, i) => x !== 0 && (wanted ? roles[i] === wanted : isAddress(roles[i]!)));
}
