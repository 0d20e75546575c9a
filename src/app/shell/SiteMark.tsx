/** The site's sign: text, and a curve that runs through it. */
export const SiteMark = () => (
  <svg className="site-mark" viewBox="0 0 22 16" width="22" height="16" aria-hidden="true">
    <path d="M1 2h20M1 14h8" className="mark-text" />
    <path d="M1 9c3.4 0 3.8-3.6 6.7-3.6s3.3 6 6.6 6S17.8 9 21 9" className="mark-curve" />
  </svg>
);
