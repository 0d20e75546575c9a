import { useBackend } from "../../src/math/backend.ts";

/** Starts the backend whose numbers are written down and published. Throws where another would compute. */
export async function useReference(): Promise<void> {
  const { backend, notice } = await useBackend("wasm");
  if (backend !== "wasm") throw new Error(`${notice} \`npm run kernels\` builds the kernels.`);
}
