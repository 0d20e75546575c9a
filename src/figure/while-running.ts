/** What is of use only while a run goes, and after. */
export { RunPace } from "./RunPace.tsx";
export { Scrubber } from "./Scrubber.tsx";
export { StepParts } from "./StepParts.tsx";
