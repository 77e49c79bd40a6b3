/** What a file holds beyond what this program knows of it: kept, so that a newer program finds it again. */

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/**
 * Gives back to what a schema made of a JSON value the fields that the schema left out, at every level. `checked` is
 * changed in place; lists are taken item by item, so the schema must leave their order as it is.
 */
export function keepUnknown(checked: unknown, raw: unknown): void {
  if (!isObject(checked) || !isObject(raw)) return;
  for (const [name, value] of Object.entries(raw)) {
    const known = Object.getOwnPropertyDescriptor(checked, name);
    if (known !== undefined) keepUnknown(known.value, value);
    // Defined, not assigned: the file may be hostile, and `__proto__` is a name like any other in JSON.
    else
      Object.defineProperty(checked, name, { value, enumerable: true, writable: true, configurable: true });
  }
}
