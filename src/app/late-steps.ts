/** Steps of the start on which no first look and no first press depends: the page is read and its figures live before they come. */
import { watchForMarks } from "./highlights/watch-for-marks.ts";
import { keepOffline } from "./offline/keep-offline.ts";
import { watchAnchors } from "./reading/copy-anchor.ts";
import { keepPlaces } from "./reading/keep-places.ts";
import { watchWidth } from "./reading/watch-width.ts";
import { watchSearchKeys } from "./shell/search-keys.ts";

export const LATE_STEPS = [
  keepPlaces,
  watchSearchKeys,
  watchForMarks,
  watchAnchors,
  watchWidth,
  keepOffline,
];
