/** Steps and remaining time on a terminal; silent in a pipe. */
export function progressOf(label: string, steps: number): (step: number) => void {
  let begun = performance.now();
  let first = 0;
  let said = begun;
  return (step) => {
    const now = performance.now();
    // A run that goes on from a checkpoint has not taken the steps before.
    if (first === 0) [first, begun] = [step, now];
    if (!process.stderr.isTTY || (now - said < 250 && step < steps)) return;
    said = now;
    const left = Math.ceil((((now - begun) / Math.max(1, step - first)) * (steps - step)) / 1000);
    process.stderr.write(
      step < steps ? `\r${label}: ${step} of ${steps}, ${left} s left ` : "\r\x1b[K",
    );
  };
}
