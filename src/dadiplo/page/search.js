// Search over nodes and events in any spelling, and the filters.
const query = $("query"), hits = $("hits");
let found = [], active = -1;

const search = text => {
  const words = fold(text).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const score = texts => {
    let best = 0;
    for (const t of texts) {
      if (!words.every(w => t.includes(w))) continue;
      const whole = words.join(" ");
      best = Math.max(best, t === whole ? 4 : t.startsWith(whole) ? 3 : words.every(w => t.split(/[\s()\u2013-]+/).some(p => p.startsWith(w))) ? 2 : 1);
    }
    return best;
  };
  const all = [];
  for (const node of DATA.nodes) {
    const s = score(node.folded);
    if (s) all.push({ node: node.number, score: s + (node.shape === "state" ? 0.5 : 0) + Math.min(node.events.length, 60) / 200 });
  }
  for (const event of DATA.events) {
    event.folded ??= [...Object.values(event.labels), ...event.topics.flatMap(topic => Object.values(DATA.words[topic] ?? {}))].map(fold);
    const s = score(event.folded);
    if (s) all.push({ event: event.number, score: s - 1 });
  }
  return all.sort((a, b) => b.score - a.score || (a.node ?? 1e9) - (b.node ?? 1e9) || (a.event ?? 0) - (b.event ?? 0)).slice(0, 40);
};

const showHits = () => {
  found = search(query.value);
  active = found.length ? 0 : -1;
  const open = query.value.trim() !== "";
  hits.hidden = !open;
  query.setAttribute("aria-expanded", open);
  hits.replaceChildren(...found.map((hit, i) => {
    const thing = hit.node !== undefined ? DATA.nodes[hit.node] : DATA.events[hit.event];
    const kind = hit.node !== undefined ? word(`dd:${thing.type}`) : [thing.date && dated(thing.date[0]), typeName(thing)].filter(Boolean).join(" · ");
    return el("li", { role: "option", id: `hit-${i}`, onpointerdown: e => { e.preventDefault(); take(i); } },
      hit.node !== undefined ? mark(thing.shape) : swatch(typeOf(thing), isFact(thing)),
      el("span", { class: "what" }, nameOf(thing), el("span", { class: "by" }, el("bdi", {}, kind), ...alias(hit))));
  }));
  if (open && !found.length) hits.append(el("li", { class: "none" }, say("no-results")));
  mark1();
  $("live").textContent = open ? say("results", { n: number(found.length) }) : "";
};
/** Returns the name that was meant, where it is not the one that is shown. */
const alias = hit => {
  if (hit.node === undefined) return [];
  const node = DATA.nodes[hit.node], words = fold(query.value).split(/\s+/).filter(Boolean), shown = label(node);
  const match = text => words.every(w => fold(text).includes(w));
  if (match(shown)) return [];
  const other = [...Object.values(node.labels), ...(node.also ?? [])].find(match);
  return other ? [" · ", el("bdi", {}, other)] : [];
};
const mark1 = () => {
  [...hits.children].forEach((li, i) => li.setAttribute("aria-selected", i === active));
  query.setAttribute("aria-activedescendant", active >= 0 ? `hit-${active}` : "");
  hits.children[active]?.scrollIntoView({ block: "nearest" });
};
const take = i => {
  const hit = found[i];
  if (!hit) return;
  query.value = "";
  showHits();
  if (hit.event !== undefined) choose({ event: hit.event });
  else { reveal(hit.node); choose({ node: hit.node }); if (S.chosen) visit(hit.node); }
};

const searchEvents = () => {
  query.addEventListener("input", showHits);
  query.addEventListener("blur", () => { hits.hidden = true; query.setAttribute("aria-expanded", "false"); });
  query.addEventListener("focus", showHits);
  query.addEventListener("keydown", e => {
    if (e.key === "ArrowDown" || e.key === "ArrowUp") {
      e.preventDefault();
      if (found.length) active = (active + (e.key === "ArrowDown" ? 1 : found.length - 1)) % found.length;
      mark1();
    } else if (e.key === "Enter") { e.preventDefault(); take(active); }
    else if (e.key === "Escape" && query.value) { e.stopPropagation(); query.value = ""; showHits(); }
  });
};

/** Fills the filters: a group for each, with how many events each choice has beside the other filters. */
const filters = () => {
  const groups = [
    ["types", "kind-of-event", event => [typeOf(event)], key => key === "other" ? say("other") : word(`dd:${key}`), [...TYPES, "other"]],
    ["modalities", "modality", event => event.modality ?? [], word],
    ["languages", "source-language", event => [...event.told], languageName],
    ["topics", "topic", event => event.topics, word],
  ];
  const openBefore = new Map([...$("filters").querySelectorAll("details")].map(d => [d.id, d.open]));
  const focus = document.activeElement?.id;
  $("filters").replaceChildren(el("h2", {}, say("filters"),
    el("button", { type: "button", id: "reset", class: "link", onclick: reset }, say("reset"))),
    ...groups.map(([set, key, of, write, order]) => {
      const counts = new Map();
      for (const event of DATA.events) for (const value of of(event)) if (!counts.has(value)) counts.set(value, 0);
      for (const event of DATA.events) if (passes(event, set)) for (const value of of(event)) counts.set(value, counts.get(value) + 1);
      const values = order ? order.filter(value => counts.has(value))
        : [...counts.keys()].sort((a, b) => counts.get(b) - counts.get(a) || a.localeCompare(b));
      const id = `filter-${set}`;
      return el("details", { id, open: openBefore.get(id) ?? true },
        el("summary", {}, say(key), S[set].size ? el("span", { class: "count on" }, number(S[set].size)) : null),
        el("ul", {}, ...values.map(value => el("li", {}, el("label", {},
          el("input", { type: "checkbox", id: `${set}/${value}`, checked: S[set].has(value), onchange: () => toggle(set, value) }),
          set === "types" ? swatch(value) : null, el("span", { class: "what" }, write(value)),
          el("span", { class: "count" }, number(counts.get(value))))))));
    }));
  if (focus && $(focus)) $(focus).focus({ preventScroll: true });
};
const toggle = (set, value) => {
  S[set].has(value) ? S[set].delete(value) : S[set].add(value);
  changed("filter");
};
const reset = () => {
  for (const set of ["types", "topics", "modalities", "languages"]) S[set].clear();
  [S.from, S.to] = DATA.span;
  S.ego = -1;
  changed("filter");
  fit();
};
