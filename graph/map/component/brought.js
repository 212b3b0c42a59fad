// What was brought last, for the drawing and the list: each asks for it by its signature, before or after it comes.
// Both import this file by one address, so that they share what it holds.
let last = { signature: null, content: null };
const waiting = new Map();

export function take(signature, text) {
  if (last.signature !== signature) last = { signature, content: JSON.parse(text) };
  for (const tell of waiting.get(signature) || []) tell(last.content);
  waiting.delete(signature);
}

export function brought(signature) {
  if (last.signature === signature) return Promise.resolve(last.content);
  return new Promise((tell) => waiting.set(signature, [...(waiting.get(signature) || []), tell]));
}
