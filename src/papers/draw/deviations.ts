/** Where our demos do other than the paper says; printed in the note. */
import type { Deviation } from "../../contract/paper.ts";

export const deviations: readonly Deviation[] = [
  {
    id: "window-by-hand",
    demo: "draw/filterbank",
    paper:
      "Pixels count from 1; the decoder’s state sets the window; the patch that is written is the decoder’s own.",
    here: "Pixels count from 0; a hand sets the window; the patch that was read is written back, as in the paper’s Figure 4.",
    why: "The figure is about what a window lets through, in the coordinates of programs.",
  },
  {
    id: "sizes",
    demo: "draw/train",
    paper:
      "On MNIST T = 64, 256 LSTM units, codes of 100 numbers, a read window of 2 × 2 and a write window of 5 × 5.",
    here: "T = 8, 64 units, codes of 8 numbers and two windows of 5 × 5; the shipped weights have T = 10, 128 units and codes of 20 numbers.",
    why: "A training step takes some hundredths of a second, and a digit is there within a minute.",
  },
  {
    id: "binarisation",
    demo: "draw/train",
    paper: "MNIST as it was binarised once, by Salakhutdinov and Murray.",
    here: "Each pixel is black or white by its grey: afresh in each training step, once for held-out images. In the page there are 10,000 training images and 500 held-out ones with 16 levels of grey, for the shipped weights all 60,000 and 10,000 with 256.",
    why: "That file is not among our data. Fresh bits make it harder to learn images by heart; costs on other bits are not quite those of the paper’s table.",
  },
  {
    id: "two-digits",
    demo: "draw/train",
    paper: "Two digits of 28 × 28 at random places on a canvas of 60 × 60, for MNIST’s Figure 8.",
    here: "Two digits at half their size, 14 × 14, at random places on the canvas of 28 × 28: ten thousand pictures, made once, and not anew in each step.",
    why: "A canvas of four times the pixels would be four times as slow without windows.",
  },
  {
    id: "beginnings",
    demo: "draw/train",
    paper: "Says nothing of initial weights.",
    here: "Glorot’s uniform ones, smaller where codes, windows and patches are made. The first canvas is the average digit’s; the windows span the image with σ = δ/2; the write window’s γ makes up for how thin it spreads the ink, but with a faint pen.",
    why: "The average digit saves the first hundreds of nats, and without the other two a window begins half blind, or with ink that hardly shows.",
  },
  {
    id: "held-bounds",
    demo: "draw/train",
    paper: "Logarithms of σ², δ̃, γ and σ_t may be any numbers.",
    here: "They are held within −4 and 6, −4 and 1.5, −6 and 6, and −6 and 2, and the gradient within a length of 5.",
    why: "A single wild step would end a run. The bounds are wider than what trained models use.",
  },
  {
    id: "adam",
    demo: "draw/train",
    paper: "Adam, with settings that are not said.",
    here: "β₁ = 0.9, β₂ = 0.999, a rate of 0.003 and batches of 32; for the shipped weights the rate falls to 0.0001.",
    why: "Chosen by trying.",
  },
  {
    id: "clutter",
    demo: "draw/where-to-look",
    paper:
      "Pictures of 100 × 100 pixels, eight glimpses of 12 × 12, 256 LSTM units; a softmax layer after the last glimpse.",
    here: "60 × 60 pixels with four pieces of 8 × 8, four glimpses of 8 × 8, 96 units. There is a guess after each glimpse; in the loss, the one after glimpse t weighs t².",
    why: "It finds digits within a minute, and each guess means something. The paper’s loss, of the last guess alone, can be chosen.",
  },
  {
    id: "held-gaze",
    demo: "draw/where-to-look",
    paper: "Says nothing of initial weights, nor of bounds.",
    here: "The first window spans the picture with σ = δ/2. Bounds, first weights and the gradient’s length are those of our drawing models; Adam’s rate is 0.004, falling for the shipped weights.",
    why: "A first window that sees the whole picture lets the gradient lead to a digit anywhere.",
  },
];
