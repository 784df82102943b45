// The view as part of the address, so that it can be shared.
const shortId = id => id.replace(/[^\p{L}\p{N}:._-]/gu, encodeURIComponent);
const address = () => {
  const parts = [];
  const add = (key, value) => value !== "" && value !== undefined && parts.push(`${key}=${value}`);
  const id = node => shortId(DATA.nodes[node].id);
  add("view", S.view);
  add("who", S.level);
  add("lang", S.language);
  add("theme", S.theme);
  for (const [key, set] of [["kind", S.types], ["topic", S.topics], ["as", S.modalities], ["in", S.languages]])
    add(key, [...set].sort().map(shortId).join(","));
  if (!wholeTime()) add("time", `${quarterDay(S.from)}~${quarterDay(S.to)}`);
  if (S.chosen?.node !== undefined) add("node", id(S.chosen.node));
  if (S.chosen?.link) add("link", S.chosen.link.map(id).join("~"));
  if (S.chosen?.event !== undefined) add("event", shortId(DATA.events[S.chosen.event].id));
  if (S.ends.length) add("path", S.ends.map(id).join("~"));
  if (S.ego >= 0) add("near", id(S.ego));
  return `#${parts.join("&")}`;
};
const remember = () => {
  try { history.replaceState(null, "", address()); } catch { /* some viewers forbid it */ }
};

/** Takes a view from the address; what it does not know is left as it is. */
const recall = () => {
  const given = new Map(location.hash.slice(1).split("&").map(part => {
    const at = part.indexOf("=");
    try { return [part.slice(0, at), decodeURIComponent(part.slice(at + 1))]; } catch { return ["", ""]; }
  }));
  if (!given.size || location.hash.length < 2) return;
  const one = (key, allowed, set) => { if (allowed.includes(given.get(key))) set(given.get(key)); };
  one("view", ["network", "map", "table"], value => { S.view = value; });
  one("who", Object.keys(DATA.levels), value => { S.level = value; });
  one("lang", DATA.languages, value => { S.language = value; });
  one("theme", ["light", "dark"], value => { S.theme = value; });
  for (const [key, set] of [["kind", S.types], ["topic", S.topics], ["as", S.modalities], ["in", S.languages]]) {
    set.clear();
    for (const value of (given.get(key) ?? "").split(",").filter(Boolean)) set.add(value);
  }
  const node = id => DATA.byId.get(id);
  const several = key => (given.get(key) ?? "").split("~").map(node).filter(value => value !== undefined);
  const [from, to] = (given.get("time") ?? "").split("~").map(day => /^\d{4}-\d\d$/.test(day) ? quarter(day) : NaN);
  [S.from, S.to] = from <= to && from >= DATA.span[0] && to <= DATA.span[1] ? [from, to] : DATA.span;
  S.chosen = null;
  if (node(given.get("node")) !== undefined) S.chosen = { node: node(given.get("node")) };
  if (several("link").length === 2) S.chosen = { link: several("link") };
  if (DATA.eventById.has(given.get("event"))) S.chosen = { event: DATA.eventById.get(given.get("event")) };
  S.ends = several("path").slice(0, 2);
  S.ego = node(given.get("near")) ?? -1;
};
