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
      tex: "\\mathbb{P}_\\theta",
      name: "model distribution",
      meaning: "What $g_\\theta(z)$ is distributed as when $z$ is noise.",
    },
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
  deviations: [],
} satisfies Paper;
