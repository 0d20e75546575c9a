import { Component, type ReactNode } from "react";
import "./control-sheets.css";

export interface FenceProps {
  /** What breaks, as the beginning of a sentence: "The code". */
  readonly what: string;
  /** Stands there instead; without it a sentence, and a way to try again. */
  readonly instead?: ReactNode;
  /** Has what failed asked for anew the next time. */
  readonly forget?: (() => void) | undefined;
  readonly children: ReactNode;
}

/** A part of the page that breaks, or whose code cannot be had, takes nothing else with it. */
export class Fence extends Component<FenceProps, { readonly broken: boolean }> {
  override readonly state = { broken: false };
  private tried = false;
  static getDerivedStateFromError = (): { broken: boolean } => ({ broken: true });
  override componentDidCatch(): void {
    this.props.forget?.();
  }
  private readonly again = (): void => {
    // At last the address: a new version has other files.
    if (this.tried) return location.reload();
    this.tried = true;
    renewSheets();
    this.setState({ broken: false });
  };
  override render(): ReactNode {
    const { what, instead, children } = this.props;
    if (!this.state.broken) return children;
    if (instead !== undefined) return instead;
    return (
      <p className="lp-missing" role="alert">
        <span>{what} could not be shown. </span>
        <button type="button" className="lp-button lp-button-plain" onClick={this.again}>
          {this.tried ? "Load the page anew" : "Try again"}
        </button>
      </p>
    );
  }
}

/** A style sheet that did not come is not asked for again by itself, and its part would be without it. */
function renewSheets(): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>("link[rel=stylesheet]"))
    if (!link.disabled && !hasRules(link)) link.replaceWith(link.cloneNode());
}

function hasRules({ sheet }: HTMLLinkElement): boolean {
  try {
    return !!sheet?.cssRules.length;
  } catch {
    // Chromium lets nobody look into one that failed.
    return false;
  }
}
