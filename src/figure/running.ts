/** What only figures with steps have. */
export { Charts } from "./Charts.tsx";
export { PlayBar } from "./PlayBar.tsx";
