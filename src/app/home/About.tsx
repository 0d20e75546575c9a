interface Entry {
  readonly term: string;
  readonly text: string;
  readonly id?: string;
}

const ABOUT: readonly Entry[] = [
  {
    term: "Press Run and it trains",
    text: "A demo is the paper’s algorithm at a size that a browser can train: real losses, real gradients, in a background thread of this page. Nothing is sent anywhere.",
  },
  {
    term: "Pictures shown before that are computed too",
    text: "They were made by the same code when the site was built, and say so. No curve here was drawn by hand.",
  },
  {
    term: "Every run can be had again",
    text: "A run is its settings and a seed, and both are in its link. On the same kind of processor the numbers come out the same.",
  },
  {
    term: "The margin argues",
    text: "Beside the text stand remarks: what a formula leaves unsaid, and for claims of the paper a verdict with its reasons.",
  },
  {
    term: "Differences are declared",
    text: "Where a demo does other than the paper says, its note lists what, and why. Citations name the version, section and equation.",
  },
  {
    term: "It stays readable offline",
    text: "After a first visit the browser keeps all pages and the code of all figures, where it has room. Data, trained weights and pictures are kept once a figure has used them. A new version waits until you ask for it.",
    id: "offline",
  },
];

/** What a reader can count on. The last is followed by its button. */
export function About() {
  return (
    <dl className="about">
      {ABOUT.map(({ term, text, id }) => (
        <div key={term} id={id}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
