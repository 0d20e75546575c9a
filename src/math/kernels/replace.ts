/** Puts our kernels in the library's register, in front of its own, and takes them out again. */
import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type KernelConfig,
  type NamedTensorInfoMap,
  type TensorInfo,
} from "@tensorflow/tfjs-core";
import { passedOver } from "./launch.ts";

type Result = TensorInfo | TensorInfo[];

/** Computes with our functions, or returns null to leave these inputs to the library's own kernel. Inputs are float32. */
export type OwnKernel = (inputs: Record<string, TensorInfo>, attributes: never) => Result | null;

/** By the library's name of a kernel, or ours where it has no such. */
export type OwnKernels = Readonly<Record<string, OwnKernel>>;

const backendName = "wasm";
let stock: { name: string; config: KernelConfig | undefined }[] = [];

export function installKernels(kernels: OwnKernels): void {
  if (stock.length > 0) return;
  stock = Object.keys(kernels).map((name) => ({
    name,
    config: getKernel(name, backendName) as KernelConfig | undefined,
  }));
  for (const { name: kernelName, config } of stock) {
    if (config) unregisterKernel(kernelName, backendName);
    const own = kernels[kernelName]!;
    registerKernel({
      kernelName,
      backendName,
      kernelFunc: ({ inputs, attrs, backend }) => {
        const mine = allFloats(inputs)
          ? own(inputs as Record<string, TensorInfo>, attrs as never)
          : null;
        if (mine) return mine;
        if (!config) throw new Error(`${kernelName} can't take these inputs.`);
        passedOver();
        return config.kernelFunc({ inputs, attrs: attrs, backend });
      },
    });
  }
}

export function removeKernels(): void {
  for (const { name, config } of stock) {
    unregisterKernel(name, backendName);
    if (config) registerKernel(config);
  }
  stock = [];
}

/** Whether our kernel of this name is in place, whatever inputs it takes. */
export const isInstalled = (name: string): boolean => stock.some((entry) => entry.name === name);

/** Inputs that are whole numbers by nature. */
const WHOLE = new Set(["indices", "segmentIds"]);

function allFloats(inputs: NamedTensorInfoMap): boolean {
  return Object.entries(inputs).every(
    ([name, info]) => info!.dtype === (WHOLE.has(name) ? "int32" : "float32"),
  );
}
