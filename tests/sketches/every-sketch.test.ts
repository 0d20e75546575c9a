import { everyDemo } from "../fixtures/every-demo/every-demo.ts";
import { sketches } from "./found-sketches.ts";

everyDemo(sketches);
