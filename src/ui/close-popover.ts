import type { FocusEvent } from "react";

/**
 * For the `blur` of a popover and of the button that opens it: closes it when the focus goes to neither. Of presses elsewhere and
 * Escape the browser takes care.
 */
export function closeWhenLeft({
  currentTarget,
  relatedTarget: next,
}: FocusEvent<HTMLElement>): void {
  const opened = (element: Element | null): Element | null =>
    element instanceof HTMLButtonElement ? element.popoverTargetElement : null;
  const panel = (opened(currentTarget) ?? currentTarget) as HTMLElement;
  // With none, the window lost the focus or nothing has it now.
  if (next && !panel.contains(next) && opened(next) !== panel) panel.hidePopover();
}
