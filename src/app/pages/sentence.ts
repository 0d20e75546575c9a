/** What the site is, in one sentence. */
export const SENTENCE =
  "Machine-learning papers, read closely, with the models training in your browser beside the text.";
