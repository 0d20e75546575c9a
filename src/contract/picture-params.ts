/** Settings of a figure that is about one picture of a digit: the reader's own, or one of a hundred. */
import { drawings } from "./drawings-param.ts";
import { choice, dice } from "./params.ts";

/** `help` says what the picture is for; `digit` is the one at first, its tens the digit that it shows; a side has `side` pixels. */
export const pictureParams = ({
  help,
  digit,
  side,
}: {
  readonly help: string;
  readonly digit: number;
  readonly side: number;
}) => ({
  picture: choice({
    label: "Picture",
    help: `${help}: a digit of MNIST’s test set, or what you draw.`,
    effect: "live",
    fallback: "digit",
    options: [
      { value: "digit", label: "a digit" },
      { value: "drawing", label: "my drawing" },
    ],
  }),
  digit: dice({
    label: "Digit",
    help: "Which of a hundred pictures: the tens say the digit.",
    effect: "live",
    below: 100,
    fallback: digit,
  }),
  drawing: drawings({
    label: "Your drawing",
    help: "Choose “my drawing” as the picture, and draw.",
    effect: "live",
    most: 1,
    side,
    levels: 16,
    inView: true,
  }),
});
