/** Whether this tab keeps, under its id, a run of a demo that its reader left in the middle. */
export const isKept = (demo: string): boolean => {
  try {
    return demo in sessionStorage;
  } catch {
    // Forbidden, or on the server.
    return false;
  }
};
