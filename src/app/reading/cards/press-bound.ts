/** A press on words that set a figure: `c = 0.1`. */
import { figureName } from "../../../contract/figure-place.ts";
import { ask } from "../asked-settings.ts";
import { say } from "../say.ts";
import { wake } from "../use-near.ts";

/** How long the words, and the controls that they moved, say so, ms. */
const SAID_FOR = 2500;
/** A figure counts as in view while this share of the window's height shows of it, or all of it. */
const IN_VIEW = 0.3;

/** The figures of a demo in the note: one, or a hero and the whole one. */
const figuresOf = (demo: string): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>(`.note-body figure[data-demo="${CSS.escape(demo)}"]`),
];

function isInView(figure: Element): boolean {
  const { top, bottom, height } = figure.getBoundingClientRect();
  const shown = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return height > 0 && shown >= Math.min(height, IN_VIEW * innerHeight) - 1;
}

/** Sets the figure, now or when it comes alive. Returns whether the reader can see that where they are. */
export function pressBound({ dataset }: HTMLElement): boolean {
  const whole = document.getElementById(dataset.set!)!;
  const { demo, number } = whole.dataset;
  const settings = Object.fromEntries(new URLSearchParams(dataset.settings));
  const figures = figuresOf(demo!);
  for (const figure of figures) wake(figure);
  dataset.done = "";
  setTimeout(() => delete dataset.done, SAID_FOR);
  void ask(demo!, { preset: dataset.preset, settings }).then(() => {
    say(`${figureName(number!)}: ${dataset.says}`);
    for (const name of Object.keys(settings)) point(whole, name);
    setTimeout(() => say(""), SAID_FOR);
  });
  return figures.some(isInView);
}

function point(figure: Element, param: string): void {
  const control = figure.querySelector<HTMLElement>(`[data-param="${CSS.escape(param)}"]`);
  if (!control) return;
  control.dataset.pointed = "";
  setTimeout(() => delete control.dataset.pointed, SAID_FOR);
}
