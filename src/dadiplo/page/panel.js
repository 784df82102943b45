// The panel: what is known of a node, a link, an event or a path, with quotes and sources.
const panel = $("panel");
const swatch = (type, fact = true) => el("span", { class: `swatch ${type.toLowerCase()}${fact ? "" : " dashed"}`, "aria-hidden": "true" });
const mark = shape => el("span", { class: `mark ${shape}`, "aria-hidden": "true" });
const heading = text => el("h3", {}, text);
const nodeButton = node => el("button", { type: "button", class: "ref", onclick: () => choose({ node }) },
  mark(DATA.nodes[node].shape), nameOf(DATA.nodes[node]));
const nameOf = thing => named(thing.labels)[0] ? name(thing.labels) : el("bdi", {}, label(thing));
const typeName = event => word(event.kind || `dd:${event.type}`);
const safe = url => /^https?:\/\//i.test(url ?? "");

const source = number => {
  const told = DATA.sources[number];
  const title = told.title ?? told.url ?? "";
  const line = el("li", {});
  line.append(safe(told.url) ? el("a", { href: told.url, target: "_blank", rel: "noopener noreferrer", dir: "auto" }, title)
    : el("span", { dir: "auto" }, title));
  const rest = [told.publisher, dated(told.issued), told.language && told.language !== S.language ? languageName(told.language) : ""];
  const shown = rest.filter(Boolean);
  if (shown.length) line.append(el("span", { class: "by" }, ...shown.flatMap((text, i) => [i ? " · " : "", el("bdi", {}, text)])));
  return line;
};

const quote = number => {
  const told = DATA.quotes[number], from = DATA.sources[told.source];
  const by = [told.speaker && named(told.speaker)[0], told.voice && named(told.voice)[0], dated(from.issued)].filter(Boolean);
  return el("figure", {}, el("blockquote", { dir: "auto", lang: from.language }, told.text),
    el("figcaption", {}, ...by.flatMap((text, i) => [i ? " · " : "", el("bdi", {}, text)]),
      el("cite", { dir: "auto", lang: from.language }, from.title ?? "")));
};

const details = event => {
  const box = el("div", { class: "details" });
  const row = (term, ...values) => el("div", {}, el("dt", {}, term), el("dd", {}, ...values));
  const roles = new Map();
  for (const [node, role] of event.parts) roles.set(role, [...(roles.get(role) ?? []), node]);
  const who = [...roles].map(([role, nodes]) => row(word(role), ...nodes.map(nodeButton)));
  const took = new Set(event.parts.map(([node]) => node));
  const states = event.members.filter(node => !took.has(node));
  if (states.length) who.push(row(say("states-concerned"), ...states.map(nodeButton)));
  box.append(el("dl", {}, ...who));
  if (event.quotes.length) {
    const first = event.quotes.slice(0, 2), rest = event.quotes.slice(2);
    box.append(heading(say("quotes")), ...first.map(quote));
    if (rest.length) box.append(el("button", { type: "button", class: "more", onclick: e => e.currentTarget.replaceWith(...rest.map(quote)) },
      `${say("more")} (${number(rest.length)})`));
  }
  const facts = (event.facts ?? []).map(([term, value]) => row(word(term), word(value)));
  if (event.modality) facts.unshift(row(say("modality"), event.modality.map(word).join(" · ")));
  if (event.topics.length) facts.push(row(say("topics"), ...event.topics.map(topic => el("span", { class: "tag" }, word(topic)))));
  box.append(el("dl", { class: "facts" }, ...facts));
  for (const note of event.notes ?? []) box.append(el("p", { class: "note", dir: "auto", lang: "en" }, note));
  if (event.sources.length) box.append(heading(say("sources")), el("ul", { class: "sources" }, ...event.sources.map(source)));
  return box;
};

/** Returns an event as a summary that opens. */
const item = (event, open = false) => {
  const line = el("details", { class: "item", open },
    el("summary", {}, swatch(typeOf(event), isFact(event)),
      el("span", { class: "what" }, nameOf(event),
        el("span", { class: "by" }, ...[event.date && dated(event.date[0]), typeName(event), !isFact(event) && event.modality?.map(word).join(" · ")]
          .filter(Boolean).flatMap((text, i) => [i ? " · " : "", el("bdi", {}, text)])))));
  const fill = () => { if (line.open && line.children.length === 1) line.append(details(event)); };
  line.addEventListener("toggle", fill);
  fill();
  return line;
};

const byDate = events => [...events].sort((a, b) => (b.date?.[1] ?? "").localeCompare(a.date?.[1] ?? "") || a.number - b.number);
const items = (events, open) => {
  const sorted = byDate(events), box = el("div", { class: "items" });
  let shown = 0;
  const more = el("button", { type: "button", class: "more", onclick: () => add() }, say("more"));
  const add = () => {
    for (const event of sorted.slice(shown, shown + 40)) more.before(item(event, open && event === sorted[0]));
    shown += 40;
    more.hidden = shown >= sorted.length;
  };
  box.append(more);
  add();
  return box;
};

const panelParts = () => {
  if (S.ends.length === 2) return pathParts();
  const chosen = S.chosen;
  if (chosen.event !== undefined) {
    const event = DATA.events[chosen.event];
    return [title(nameOf(event), swatch(typeOf(event), isFact(event)), [typeName(event), event.date && dated(event.date[0])]), details(event)];
  }
  if (chosen.link) {
    const [a, b] = chosen.link, link = linkOf(a, b);
    const events = link?.events ?? [];
    return [title(el("span", {}, nameOf(DATA.nodes[a]), " – ", nameOf(DATA.nodes[b])), null, [`${say("events")}: ${number(events.length)}`]),
      el("p", { class: "acts" }, nodeButton(a), nodeButton(b)), items(events, true)];
  }
  const node = DATA.nodes[chosen.node], around = V.around[chosen.node];
  const visible = V.events.filter(event => event.members.includes(chosen.node));
  const parts = [title(nameOf(node), mark(node.shape), [word(`dd:${node.type}`), `${say("events")}: ${number(visible.length)}`])];
  const acts = el("p", { class: "acts" },
    el("button", { type: "button", id: "ego", "aria-pressed": S.ego === chosen.node, onclick: () => { S.ego = S.ego === chosen.node ? -1 : chosen.node; changed("ego"); fit(); } },
      say(S.ego === chosen.node ? "unfocus" : "focus")),
    el("button", { type: "button", id: "path-from", onclick: () => { S.ends = [chosen.node]; S.chosen = null; changed("path"); $("query").focus(); } }, say("path-from")));
  parts.push(acts);
  const shown = new Set([named(node.labels)[0]]);
  const names = Object.entries(node.labels).filter(([, text]) => !shown.has(text) && shown.add(text));
  if (names.length) parts.push(el("p", { class: "names" }, ...names.flatMap(([tag, text], i) => [i ? " · " : "", el("bdi", { lang: tag }, text)])));
  if (node.states) parts.push(el("dl", {}, el("div", {}, el("dt", {}, say("acts-for")), el("dd", {}, ...node.states.map(nodeButton)))));
  if (around.length) {
    const near = [...around].sort((x, y) => y.events.length - x.events.length || x.key - y.key);
    const list = el("ul", { class: "near" }, ...near.slice(0, 12).map(link => el("li", {},
      el("button", { type: "button", class: "ref", onclick: () => choose({ link: [link.a, link.b] }) },
        mark(DATA.nodes[other(link, chosen.node)].shape), nameOf(DATA.nodes[other(link, chosen.node)]),
        el("span", { class: "count" }, number(link.events.length))))));
    parts.push(heading(`${say("links")}: ${number(near.length)}`), list);
  }
  parts.push(heading(say("events")), items(visible, visible.length === 1));
  return parts;
};

const title = (text, sign, lines) => el("header", {},
  el("h2", { id: "panel-title" }, sign, " ", text),
  el("p", { class: "by" }, ...lines.filter(Boolean).flatMap((line, i) => [i ? " · " : "", el("bdi", {}, line)])));

const pathParts = () => {
  const [a, b] = S.ends.map(node => label(DATA.nodes[node]));
  if (!V.path) return [title(say("no-path", { a, b }), null, [])];
  const steps = el("ol", { class: "path" });
  V.path.forEach((node, i) => {
    steps.append(el("li", {}, nodeButton(node)));
    if (i + 1 < V.path.length) steps.append(el("li", { class: "between" }, items(linkOf(node, V.path[i + 1]).events, false)));
  });
  return [title(say("path", { a, b }), null, [say("steps", { n: number(V.path.length - 1) })]), steps];
};

const showPanel = () => {
  const open = S.chosen !== null || S.ends.length === 2;
  const was = !panel.hidden;
  panel.hidden = !open;
  if (open) {
    panel.replaceChildren(el("button", { type: "button", class: "icon close", id: "close", "aria-label": say("close"), title: say("close"), onclick: clear },
      el("span", { "aria-hidden": "true" }, "×")), ...panelParts());
    panel.scrollTop = 0;
  } else panel.replaceChildren();
  const bar = $("path-bar");
  bar.hidden = S.ends.length !== 1;
  if (!bar.hidden) bar.replaceChildren(say("path-to", { a: label(DATA.nodes[S.ends[0]]) }), " ",
    el("button", { type: "button", class: "icon", "aria-label": say("close"), onclick: clear }, "×"));
  return was !== open;
};
