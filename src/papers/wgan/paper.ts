import type { Paper } from "../../contract/paper.ts";

export const paper = {
  id: "wgan",
  title: "Wasserstein GAN",
  authors: ["Martin Arjovsky", "Soumith Chintala", "Léon Bottou"],
  year: 2017,
  venue: "ICML 2017",
  arxiv: "1701.07875",
  version: "v3",
  symbols: [
    {
      tex: "x",
      name: "data point",
      meaning: "A point of the data, drawn from $\\mathbb{P}_r$.",
      shape: "[m, d]",
    },
    { tex: "\\mathbb{P}_r", name: "data distribution", meaning: "What the data are drawn from." },
    {
      tex: "P_r",
      name: "data density",
      meaning: "Density of $\\mathbb{P}_r$ relative to the measure $\\mu$.",
    },
    {
      tex: "\\mathbb{P}_\\theta",
      name: "model distribution",
      meaning: "What $g_\\theta(z)$ is distributed as when $z$ is noise.",
    },
    {
      tex: "P_\\theta",
      name: "model density",
      meaning: "Density of $\\mathbb{P}_\\theta$ relative to the measure $\\mu$.",
    },
    {
      tex: "\\tilde x",
      name: "sample",
      meaning: "What the generator made of noise: $g_\\theta(z)$.",
      shape: "[m, d]",
    },
    {
      tex: "\\hat x",
      name: "point between",
      meaning: "A random point on the line from a sample to a data point.",
      shape: "[m, d]",
    },
    { tex: "p", name: "noise distribution", meaning: "What $z$ is drawn from; it stays fixed." },
    {
      tex: "z",
      name: "noise",
      meaning: "What the generator turns into a sample.",
      shape: "[m, d_z]",
    },
    {
      tex: "g_\\theta",
      name: "generator",
      meaning: "Network with weights $\\theta$ from noise to data space.",
      shape: "[m, d]",
    },
    {
      tex: "f_w",
      name: "critic",
      meaning:
        "Network with weights $w$ that gives each point a real number; no sigmoid at its end.",
      shape: "[m, 1]",
    },
    {
      tex: "\\theta",
      name: "generator weights",
      meaning:
        "What training changes in the model; in the example of two lines, how far one is shifted.",
    },
    {
      tex: "w",
      name: "critic weights",
      meaning: "What training changes in the critic; clipping keeps them in $\\mathcal{W}$.",
    },
    {
      tex: "\\mathcal{W}",
      name: "allowed weights",
      meaning: "The box $[-c, c]^l$ that the critic's weights may come from.",
    },
    {
      tex: "f",
      also: ["f^*"],
      name: "height function",
      meaning:
        "Gives each point a number, with no slope steeper than one; $f^*$ is the best of them, which a critic imitates.",
    },
    {
      tex: "c",
      name: "clipping bound",
      meaning: "After each critic update every weight is forced into $[-c, c]$.",
      control: "ring.c",
    },
    {
      tex: "\\alpha",
      name: "learning rate",
      meaning: "Length of an optimiser's step.",
      control: "ring.alpha",
    },
    {
      tex: "n_{\\text{critic}}",
      name: "critic steps",
      meaning: "Updates of the critic for each update of the generator.",
      control: "ring.nCritic",
    },
    { tex: "m", name: "batch size", meaning: "Points in each batch.", control: "ring.m" },
    {
      tex: "K",
      also: ["K_{\\text{max}}"],
      name: "Lipschitz constant",
      meaning:
        "The steepest slope the critic can have; the loss measures distance in units of $1/K$.",
    },
    {
      tex: "W",
      name: "earth-mover distance",
      meaning: "Least mean distance by which mass must be moved; also Wasserstein-1.",
    },
    {
      tex: "y",
      name: "destination",
      meaning: "Where a plan moves mass to; in a comparison of heights, the second point.",
    },
    {
      tex: "t",
      name: "mass moved",
      meaning: "What travels from $0$ to $1$ in the example to check by hand.",
    },
    {
      tex: "\\lambda",
      name: "penalty weight",
      meaning: "How much WGAN-GP's penalty counts beside the critic's objective.",
    },
    {
      tex: "\\epsilon",
      name: "mixing share",
      meaning: "The data point's share of $\\hat x$, uniform on $[0,1]$.",
    },
    {
      tex: "d",
      name: "dimensions",
      meaning: "Numbers in a data point.",
    },
    {
      tex: "\\gamma",
      name: "coupling",
      meaning: "A joint distribution with given marginals: a transport plan.",
    },
    {
      tex: "\\delta",
      name: "total variation",
      meaning: "Largest difference in probability that two distributions give one event.",
    },
  ],
  deviations: [
    {
      id: "data",
      demo: "wgan/ring",
      paper: "LSUN bedrooms, images of 64 × 64 × 3 numbers.",
      here: "Points in the plane: a ring of 8 Gaussians, a 5 × 5 grid of them, or a Swiss roll.",
      why: "Modes can be counted, the exact distance can be computed, and a run takes seconds.",
    },
    {
      id: "mode-width",
      demo: "wgan/ring",
      paper:
        "The toy data are those of the code of Gulrajani et al., with modes of standard deviation 0.014 (ring) and 0.018 (grid).",
      here: "0.07 and 0.05.",
      why: "A mode is then a blob that can be seen, and three standard deviations a fair reach for counting it.",
    },
    {
      id: "networks",
      demo: "wgan/ring",
      paper:
        "DCGAN, DCGAN without batch normalisation, or a ReLU network of 4 layers with 512 units.",
      here: "ReLU networks with two hidden layers of 64 units, for generator and critic.",
      why: "Enough for the plane, and a step takes milliseconds.",
    },
    {
      id: "hyperparameters",
      demo: "wgan/ring",
      paper: "α = 5·10⁻⁵, c = 0.01, m = 64.",
      here: "α = 3·10⁻³, c = 0.1, m = 128; the paper’s values are a preset.",
      why: "With c = 0.01 a critic this small has slopes of at most 0.006, and at the paper’s rate weights would hardly move within the run.",
    },
    {
      id: "baseline",
      demo: "wgan/ring",
      paper: "The GAN it is compared with is the authors’ DCGAN with its own settings.",
      here: "The GAN has the same networks, optimiser, learning rate and number of discriminator steps as the WGAN; only the losses differ, and nothing is clipped.",
      why: "One difference at a time. Other settings suit a GAN better: change them and see.",
    },
  ],
} satisfies Paper;
