/** Convolutions, max-pools and affine maps of images [batch, H, W, C]. Other filters than 3 by 3 'same' are left to the library. */
import { addressOf, output, scratch } from "./heap.ts";
import { launch } from "./launch.ts";
import type { OwnKernel, OwnKernels } from "./replace.ts";

type Images = [batch: number, height: number, width: number, channels: number];

interface Convolution {
  readonly strides: number | readonly number[];
  readonly pad: unknown;
  readonly dataFormat?: string;
  readonly dilations?: number | readonly number[];
}

const all = (value: number | readonly number[], wanted: number): boolean =>
  [value].flat().every((n) => n === wanted);

/** Whether a convolution is of the kind that we compute. */
const isPlain = (settings: Convolution, filter: readonly number[]): boolean =>
  settings.pad === "same" &&
  (settings.dataFormat ?? "NHWC") === "NHWC" &&
  all(settings.strides, 1) &&
  all(settings.dilations ?? 1, 1) &&
  filter[0] === 3 &&
  filter[1] === 3;

const framed = (height: number, width: number, channels: number): number =>
  (height + 2) * (width + 2) * channels;

interface Pooling {
  readonly filterSize: number | readonly number[];
  readonly strides: number | readonly number[];
  readonly pad: unknown;
}

const halves = ({ filterSize, strides, pad }: Pooling): boolean =>
  all(filterSize, 2) && all(strides, 2) && (pad === "valid" || pad === 0);

/** Bit of `mode` in assembly/panel.ts. */
const RELU = 1;

/** x by the filter, plus the bias if there is one; mode RELU makes negative results 0. */
const convolve =
  (mode: number): OwnKernel =>
  ({ x, filter, bias }, settings: Convolution) => {
    if (!isPlain(settings, filter!.shape)) return null;
    const [batch, height, width, c] = x!.shape as Images;
    const f = filter!.shape[3]!;
    const out = output([batch, height, width, f]);
    const room = scratch(9 * c * (f + 7) + framed(height, width, c));
    const ends = [x!, filter!, out].map(addressOf);
    const start = bias ? addressOf(bias) : 0;
    launch("conv", batch, height, width, c, f, ...ends, start, mode, room);
    return out;
  };

const convolveBack: OwnKernel = (
  { dy, filter },
  settings: Convolution & { readonly inputShape: Images },
) => {
  if (!isPlain(settings, filter!.shape)) return null;
  const [batch, height, width, c] = settings.inputShape;
  const f = filter!.shape[3]!;
  const out = output(settings.inputShape);
  const room = scratch(9 * c * f + 9 * f * (c + 7) + framed(height, width, f));
  const ends = [dy!, filter!, out].map(addressOf);
  launch("convInput", batch, height, width, c, f, ...ends, room);
  return out;
};

const convolveFilter: OwnKernel = (
  { x, dy },
  settings: Convolution & { readonly filterShape: readonly number[] },
) => {
  if (!isPlain(settings, settings.filterShape)) return null;
  const [batch, height, width, c] = x!.shape as Images;
  const out = output(settings.filterShape);
  const room = scratch(framed(height, width, c) + 8 * height * width);
  const ends = [x!, dy!, out].map(addressOf);
  launch("convFilter", batch, height, width, c, settings.filterShape[3]!, ...ends, room);
  return out;
};

/** Images [batch, H, W] or [batch, H, W, C] by way of an affine map [2, 3] each. */
const mapped =
  (name: "warp" | "warpBack"): OwnKernel =>
  ({ x, affine }) => {
    const [batch, height, width, c = 1] = x!.shape as [number, number, number, number?];
    const out = output(x!.shape);
    const room = scratch(framed(height, width, c));
    launch(name, batch, height, width, c, ...[x!, affine!, out].map(addressOf), room);
    return out;
  };

export const images: OwnKernels = {
  Conv2D: convolve(0),
  /** Ours: with a bias of [F] in the same pass. */
  ConvBias: convolve(0),
  /** Ours: the same with negative numbers become 0. */
  ConvBiasRelu: convolve(RELU),
  Conv2DBackpropInput: convolveBack,
  Conv2DBackpropFilter: convolveFilter,
  MaxPool: ({ x }, settings: Pooling) => {
    if (!halves(settings)) return null;
    const [batch, height, width, c] = x!.shape as Images;
    const out = output([batch, Math.floor(height / 2), Math.floor(width / 2), c]);
    launch("maxPool", batch, height, width, c, addressOf(x!), addressOf(out));
    return out;
  },
  MaxPoolGrad: ({ dy, input, output: y }, settings: Pooling) => {
    if (!halves(settings)) return null;
    const out = output(input!.shape);
    const ends = [dy!, input!, y!, out].map(addressOf);
    launch("maxPoolGrad", ...(input!.shape as Images), ...ends);
    return out;
  },
  /** Ours: each image read between its pixels. */
  Warp: mapped("warp"),
  /** Ours, its gradient by the images. */
  WarpBack: mapped("warpBack"),
};
