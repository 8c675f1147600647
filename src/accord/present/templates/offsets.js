"use strict";

/* Offsets in the data count Unicode code points; strings in a browser count UTF-16
   units. They part behind every character outside the basic plane. */

/** Find the code-point offsets of the characters that take two UTF-16 units. */
function astralOffsets(text) {
  const found = [];
  let point = 0;
  for (let unit = 0; unit < text.length; unit += 1, point += 1) {
    const code = text.charCodeAt(unit);
    if (code < 0xd800 || code > 0xdbff) continue;
    const next = text.charCodeAt(unit + 1);
    if (next >= 0xdc00 && next <= 0xdfff) {
      found.push(point);
      unit += 1;
    }
  }
  return found;
}

/** Turn a code-point offset into a UTF-16 offset. */
function toUnits(offset, astral) {
  let low = 0;
  let high = astral.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (astral[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return offset + low;
}
