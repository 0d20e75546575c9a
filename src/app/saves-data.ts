/** Not in all browsers. */
interface Connected {
  readonly connection?: { readonly saveData?: boolean };
}

/** Whether the reader asked to be sent no more than they ask for. */
export const savesData = (): boolean => (navigator as Connected).connection?.saveData === true;
