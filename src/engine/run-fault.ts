import type { Fault } from "../contract/protocol.ts";

/** A run that cannot go on, with what the reader is told. */
export class RunFault extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}
