/** What is of use only while a run goes, and after. */
export { Pace } from "./Pace.tsx";
export { Scrubber } from "./Scrubber.tsx";
export { StepParts } from "./StepParts.tsx";
