// Ids of records that the caller can see: the first of each list.

const PLACE = /\/\{[^}]+\}/;
const found = {};

/**
 * An address with such ids in its places, from left to right; nothing where the caller sees none, or where what stands before a
 * place is no list.
 */
async function path(template, get) {
  const place = template.match(PLACE);
  if (!place) {
    return template;
  }
  const list = template.slice(0, place.index);
  if (!found[list]) {
    const [first] = ((await get(list)) || {}).items || [];
    found[list] = first && first.id;
  }
  return found[list] && path(template.replace(PLACE, `/${found[list]}`), get);
}

module.exports = { path };
