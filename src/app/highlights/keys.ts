/** The names of keys as the reader's keyboard has them. */
const isApple = /Mac|iP(hone|ad|od)/.test(navigator.platform);

export const MARK_KEYS = isApple ? "⌥⇧H" : "Alt+Shift+H";
