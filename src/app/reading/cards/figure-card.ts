/** What a card says of a figure: its number, its question, and its picture as it is now. */
import { figureName } from "../../../contract/figure-place.ts";
import { element, linkTo, type CardContent } from "./card-parts.ts";
import { cleanCopy } from "./clean-copy.ts";

/** For a link to a figure, and for words that set one. */
export function ofFigure(figure: HTMLElement, trigger: HTMLElement): CardContent | null {
  if (figure.contains(trigger)) return null;
  const { says, done } = trigger.dataset;
  const name = figureName(figure.dataset.number!);
  const question = figure.querySelector(".lp-figure-question")?.textContent ?? "";
  const about =
    says === undefined
      ? [element("strong", "", name), element("span", "", question)]
      : [
          element("strong", "", done === undefined ? `Sets ${name}` : `${name} is set`),
          element("span", "", says),
        ];
  return {
    label: `Card of ${name}`,
    kind: "figure",
    parts: [
      element("p", "card-head", ...about),
      ...thumbnail(figure),
      linkTo(`#${figure.id}`, `Go to ${name}`),
    ],
  };
}

function areaOf(picture: Element): number {
  const { width, height } = picture.getBoundingClientRect();
  return width * height;
}

/** Its largest picture, small. What the figure says of it in words stands there. */
function thumbnail(figure: Element): Element[] {
  const [picture] = [...figure.querySelectorAll(".lp-view-picture :is(svg, canvas, img)")].toSorted(
    (a, b) => areaOf(b) - areaOf(a),
  );
  if (!picture) return [];
  const copy = cleanCopy(picture);
  if (copy instanceof HTMLCanvasElement)
    copy.getContext("2d")?.drawImage(picture as HTMLCanvasElement, 0, 0);
  copy.setAttribute("aria-hidden", "true");
  return [element("div", "card-picture", copy)];
}
