import { useState } from "react";
import { ChoiceField } from "../../ui/ChoiceField.tsx";
import { examples, type Example } from "./examples.ts";
import { LOOK_NAMES, LOOKS, type LookName } from "./looks.ts";
import "./parts-page.css";

const CHOICES = [
  { value: "all", label: "All looks" },
  ...LOOK_NAMES.map((value) => ({ value, label: LOOKS[value].label })),
];

/** Every part of the user interface in every look. Only of the development server: the site is built without it. */
export function PartsPage() {
  const [chosen, setChosen] = useState("all");
  const looks = LOOK_NAMES.filter((look) => chosen === "all" || chosen === look);
  return (
    <div className="parts-page">
      <Deuteranopia />
      <h1>Parts</h1>
      <p>
        What figures are made of, to be used here. Forced colours come from the system, for the
        whole page: in Chromium’s developer tools under Rendering, “Emulate CSS media feature
        forced-colors”; there too are print and reduced motion.
      </p>
      <div className="parts-choice">
        <span id="parts-look">Look</span>
        <ChoiceField
          labelledBy="parts-look"
          options={CHOICES}
          value={chosen}
          onChange={setChosen}
        />
      </div>
      <nav aria-label="Parts" className="parts-names">
        {examples.map(({ name }) => (
          <a key={name} href={`#${name}`}>
            {name}
          </a>
        ))}
      </nav>
      {examples.map((example) => (
        <section key={example.name} aria-labelledby={example.name}>
          <h2 id={example.name}>{example.name}</h2>
          <div className="parts-looks">
            {looks.map((look) => (
              <LookedAt key={look} look={look} example={example} />
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

interface LookedAtProps {
  readonly look: LookName;
  readonly example: Example;
}

/** An example in one look, with a state of its own. */
export function LookedAt({ look, example }: LookedAtProps) {
  return (
    <div className={`parts-look parts-look-${look}`} data-theme={LOOKS[look].theme}>
      <p className="parts-look-name">{LOOKS[look].label}</p>
      <div className="parts-example">{example.node}</div>
    </div>
  );
}

/** Machado, Oliveira and Fernandes (2009), deuteranopia of severity 1, on linear RGB. */
const DEUTERANOPIA = `0.367322 0.860646 -0.227968 0 0
  0.280085 0.672501 0.047413 0 0
  -0.011820 0.042940 0.968881 0 0
  0 0 0 1 0`;

function Deuteranopia() {
  return (
    <svg width="0" height="0" aria-hidden="true" className="parts-filters">
      <filter id="deuteranopia">
        <feColorMatrix type="matrix" values={DEUTERANOPIA} />
      </filter>
    </svg>
  );
}
