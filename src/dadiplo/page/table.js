// The same content as text: a table of the visible events.
const ROWS = 150;
const table = () => {
  const box = $("table");
  if (box.hidden) return;
  const rows = byDate(V.events), body = el("tbody", {});
  let shown = 0;
  const row = event => el("tr", {},
    el("td", { class: "date" }, event.date ? el("time", { datetime: event.date[0] }, dated(event.date[0])) : ""),
    el("td", {}, swatch(typeOf(event), isFact(event)), " ", typeName(event)),
    el("th", { scope: "row" }, el("button", { type: "button", class: "ref", onclick: () => choose({ event: event.number }) }, nameOf(event))),
    el("td", {}, ...event.members.slice(0, 8).flatMap((node, i) => [i ? say("comma") : "", name(DATA.nodes[node].labels)]),
      event.members.length > 8 ? " …" : ""),
    el("td", { class: "num" }, number(event.sources.length + new Set(event.quotes.map(n => DATA.quotes[n].source)).size)));
  const more = el("button", { type: "button", class: "more", onclick: () => add() }, say("more"));
  const add = () => {
    body.append(...rows.slice(shown, shown + ROWS).map(row));
    shown += ROWS;
    more.hidden = shown >= rows.length;
  };
  add();
  box.replaceChildren(el("table", {}, el("caption", {}, $("counts").textContent),
    el("thead", {}, el("tr", {}, ...["date", "kind-of-event", "event", "participants", "sources"].map(key => el("th", { scope: "col" }, say(key))))),
    body), more);
};
