import { createRunner } from "../src/engine/create-runner.ts";
import { useBackend } from "../src/math/backend.ts";
import { demo } from "../src/papers/matching-networks/grow/demo.ts";
import { program } from "../src/papers/matching-networks/grow/program.ts";
import { defaults, toWire } from "../src/contract/params.ts";
import { publicFiles } from "./checkout/public-file.ts";
export async function main() {
  await useBackend("wasm");
  const runner = await createRunner({ demo, program, files: publicFiles, seed: 1, params: { ...toWire(demo.params, defaults(demo.params)) } } as never);
  for (let picked = 0; picked < 14; picked++) {
    runner.set(picked + 1, { ...toWire(demo.params, defaults(demo.params)), picked: String(picked) });
    const o = await runner.observe(["a"]);
    const P = (by: string, m: number) => { const k = by === "classes" ? 5 : m / 5; const a = o[`by=${by}&m=${m}.a`]!.data; return a.slice(0, k).reduce((x, y) => x + y, 0).toFixed(2); };
    console.log(picked, [25, 100, 200, 500, 1000].map((m) => P("classes", m)).join(" "), "|", [25, 100, 200, 500, 1000].map((m) => P("shots", m)).join(" "));
  }
  runner.close();
}
