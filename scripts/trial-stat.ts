import { createRunner } from "../src/engine/create-runner.ts";
import { useBackend } from "../src/math/backend.ts";
import { defaults, toWire } from "../src/contract/params.ts";
import { demo } from "../src/papers/neural-statistician/distributions/demo.ts";
import { program } from "../src/papers/neural-statistician/distributions/program.ts";
export async function main(args: string[]) {
  const [seconds, ...sets] = args;
  await useBackend("wasm");
  const params = { ...toWire(demo.params as any, defaults(demo.params as any)), start: "fresh", ...Object.fromEntries(sets.map((s) => s.split("="))) } as any;
  const files = { data: async () => ({}), weights: async () => null } as any;
  const runner = await createRunner({ demo, program, params, seed: 1, files } as any);
  const cpu = () => (process.cpuUsage().user + process.cpuUsage().system) / 1e6;
  const t0 = cpu(); let next = 20; let s0 = 0, c0 = t0;
  while (cpu() - t0 < Number(seconds)) {
    await runner.advance();
    if (cpu() - t0 > next) {
      const s: any = await runner.series();
      const last = (k: string) => { const a = s[k].values ?? s[k].y ?? s[k].data; return a.length ? a[a.length - 1].toFixed(3) : "-"; };
      console.log(`${sets} ${Math.round(cpu() - t0)}s step ${runner.step} ms ${((cpu()-c0)/(runner.step-s0)*1000).toFixed(1)} bound ${last("bound")} purity ${last("purity")} mean ${last("meanFit")} var ${last("varianceFit")} R ${last("R")} C ${last("C")} L ${last("L")}`);
      next += 20; s0 = runner.step; c0 = cpu();
    }
  }
  runner.close(); process.exit(0);
}
