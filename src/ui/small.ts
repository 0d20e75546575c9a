import { createContext } from "react";

/** Whether a picture is drawn in small, to be recognised and not read: without words, and no finer than can be seen. */
export const Small = createContext(false);
