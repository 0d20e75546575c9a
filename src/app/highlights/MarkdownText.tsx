import type { JSX } from "react";
import Markdown, { type Components } from "react-markdown";

/**
 * Each block has the direction of its own first letter: comments may be in any language, and in several. A list is one block: its
 * signs stand on the side where its lines begin.
 */
const eachItsWay = () => (whole: { readonly children: { readonly properties?: object }[] }) => {
  for (const { properties } of whole.children)
    if (properties) Object.assign(properties, { dir: "auto" });
};

/**
 * Raw HTML stays text and addresses with scripts are dropped (react-markdown's defaults). Pictures become links, because
 * showing them would ask other servers for them. Headings become bold lines: they are none of the page's.
 */
const COMPONENTS: Components = {
  a: ({ href, children }) => (
    <a href={href} rel="noopener noreferrer nofollow" target="_blank">
      {children}
    </a>
  ),
  img: ({ src, alt }) => (
    <a
      href={typeof src === "string" ? src : undefined}
      rel="noopener noreferrer nofollow"
      target="_blank"
    >
      {alt || "picture"}
    </a>
  ),
  ...Object.fromEntries(
    ["h1", "h2", "h3", "h4", "h5", "h6"].map((level) => [
      level,
      ({ children, dir }: JSX.IntrinsicElements["p"]) => (
        <p dir={dir}>
          <strong>{children}</strong>
        </p>
      ),
    ]),
  ),
};

/** Markdown that a reader wrote or imported. */
export function MarkdownText({ text }: { readonly text: string }) {
  return (
    <Markdown components={COMPONENTS} rehypePlugins={[eachItsWay]}>
      {text}
    </Markdown>
  );
}
