/** The folder of its host that the site is built for: BASE_PATH, like `/notes/`. */

/** With a slash at both ends; `"/"`, the root, where none is given. */
export function basePath(asked = process.env.BASE_PATH): string {
  const path = asked ? `/${asked}/`.replace(/^\/{2,}|\/{2,}$/g, "/") : "/";
  // What needs no escapes in addresses, patterns and style sheets.
  if (!/^\/([\w~-]+(\.[\w~-]+)*\/)*$/.test(path))
    throw new Error(`BASE_PATH is “${asked}”; it must be the path of a folder, like /notes/`);
  return path;
}
