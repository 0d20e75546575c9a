/** For what belongs to another page than the one that was loaded. */

/**
 * Where it cannot be had although the site answers, this build has been replaced: the address itself then has what it names. Without
 * a network it rejects.
 */
export async function loadOrReload<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { ok } = await fetch(location.href, { method: "HEAD" });
    if (!ok) throw error;
    location.reload();
    return new Promise(() => {});
  }
}
