/** Trusted Types policies, where the browser has them: the only two ways by which text becomes markup or code. */

interface Policies {
  createPolicy(
    name: string,
    rules: { createHTML?(text: string): string; createScriptURL?(text: string): string },
  ): { createHTML(text: string): string; createScriptURL(text: string): string };
}

const trustedTypes = (globalThis as { trustedTypes?: Policies }).trustedTypes;
const same = (text: string): string => text;

const notes = trustedTypes?.createPolicy("notes", { createHTML: same });
const worker = trustedTypes?.createPolicy("worker", { createScriptURL: same });

/** Markup that the build made of our own notes. */
export const trustedHtml = (html: string): string => notes?.createHTML(html) ?? html;

/** The address of our own worker. */
export const trustedScript = (url: string): string => worker?.createScriptURL(url) ?? url;

/** Tells React that what stands in an element is not its own: taken as it was served, or put there by us. */
export const NOT_REACTS = { __html: trustedHtml("") };
