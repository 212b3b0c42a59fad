// The same content as the drawing, as buttons: for the keyboard, for screen readers, and for who would rather read.
import { brought } from "../wie-gaat-erover.board/brought.js";

const shown = new WeakMap();

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".wge-list");
  root.wgeTell = (id) => setTriggerValue("clicked", { ids: [id], at: Date.now() });
  root.wgeWanted = data;
  if (shown.get(root) === data.signature) return mark(root);
  brought(data.signature).then(({ sections }) => {
    if (root.wgeWanted.signature !== data.signature) return;
    if (shown.get(root) !== data.signature) fill(root, sections);
    shown.set(root, data.signature);
    mark(root);
  });
  return undefined;
}

function fill(root, sections) {
  const focused = root.getRootNode().activeElement?.dataset?.id;
  root.replaceChildren(...sections.map((each) => section(each, (id) => root.wgeTell(id))));
  // Whoever stood on something that is still there keeps standing on it.
  if (focused) [...root.querySelectorAll("button")].find((each) => each.dataset.id === focused)?.focus();
}

function mark(root) {
  const chosen = new Set(root.wgeWanted.chosen);
  for (const each of root.querySelectorAll("button")) each.setAttribute("aria-pressed", String(chosen.has(each.dataset.id)));
}

function section({ heading, entries }, tell) {
  const made = document.createElement("section");
  const title = document.createElement("h3");
  title.textContent = heading;
  const list = document.createElement("ul");
  list.append(...entries.map((each) => entry(each, tell)));
  made.append(title, list);
  return made;
}

function entry({ id, name, words, lines }, tell) {
  const item = document.createElement("li");
  item.append(button(id, name, words, tell));
  if (lines.length) {
    const under = document.createElement("ul");
    under.append(
      ...lines.map(([key, text]) => {
        const line = document.createElement("li");
        line.append(button(key, "", text, tell));
        return line;
      }),
    );
    item.append(under);
  }
  return item;
}

function button(id, name, words, tell) {
  const made = document.createElement("button");
  made.type = "button";
  made.dataset.id = id;
  if (name) {
    const strong = document.createElement("strong");
    strong.textContent = name;
    made.append(strong);
  }
  if (words) {
    const span = document.createElement("span");
    span.textContent = name ? `: ${words}` : words;
    made.append(span);
  }
  made.onclick = () => tell(id);
  return made;
}
