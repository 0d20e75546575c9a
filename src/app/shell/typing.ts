/** A field in which keys are letters: of ours, or of an extension that keeps it in a tree of its own. */
const FIELD =
  "input:not([type=radio], [type=checkbox], [type=range]), textarea, select, [contenteditable]";

/** Whether a key is part of what is being typed: then it is no shortcut. */
export function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  return event.isComposing || (target instanceof Element && target.closest(FIELD) !== null);
}
