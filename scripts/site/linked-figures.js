// What a page is served with shows each figure with its usual settings: one whose settings the link names says so until it is alive.
if (/[?&;][\w-]+\./.test(location.search)) {
  const mark = () => {
    for (const { dataset } of document.querySelectorAll("figure[data-demo]:not([data-linked])"))
      if (new RegExp(`[?&;]${dataset.demo.split("/")[1]}\\.`).test(location.search))
        dataset.linked = "";
  };
  // Before each paint of a page that is still arriving.
  const arriving = new MutationObserver(mark);
  arriving.observe(document, { childList: true, subtree: true });
  addEventListener("DOMContentLoaded", () => {
    mark();
    arriving.disconnect();
  });
}
