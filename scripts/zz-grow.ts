import { createRunner } from "../src/engine/create-runner.ts";
import { useBackend } from "../src/math/backend.ts";
import { demo } from "../src/papers/matching-networks/grow/demo.ts";
import { program } from "../src/papers/matching-networks/grow/program.ts";
import { defaults, toWire } from "../src/contract/params.ts";
import { publicFiles } from "./checkout/public-file.ts";
export async function main(args: string[]) {
  await useBackend("wasm");
  const set = Object.fromEntries(args.slice(1).map((a) => a.split("=")));
  const t0 = performance.now();
  const runner = await createRunner({ demo, program, files: publicFiles, seed: Number(set.seed ?? 1), params: { ...toWire(demo.params, defaults(demo.params)), ...set } } as never);
  console.log("init", performance.now() - t0);
  for (let i = 0; i < Number(args[0]); i++) {
    const t = performance.now();
    await runner.advance();
    console.log("step", i, (performance.now() - t).toFixed(0), JSON.stringify(runner.mode()), Math.round(process.memoryUsage().rss / 1e6));
  }
  const s = await runner.series();
  for (const b of Object.keys(demo.branches)) {
    const v = (n: string) => { const x = s[`${b}.${n}`]!.values.at(-1)!; return n.endsWith("Nats") ? Math.exp(x).toFixed(1) : x.toFixed(3); };
    console.log(b.padEnd(22), Object.keys(demo.steps.metrics).map((n) => `${n} ${v(n)}`).join("  "));
  }
  const t1 = performance.now();
  await runner.observe(["a", "query"]);
  console.log("observe", performance.now() - t1);
  runner.close();
}
