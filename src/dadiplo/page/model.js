// The data, what is chosen, and what follows from it: visible events, links, paths.
const packed = $("data");
const read = async () => {
  if (packed.type === "application/json") return JSON.parse(packed.textContent);
  const stream = new Blob([base85(packed.textContent)]).stream().pipeThrough(new DecompressionStream("deflate"));
  return unpack(JSON.parse(await new Response(stream).text()));
};
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%:()*+-;,=.?@^_`{|}~";
/** Returns the bytes of a text in base 85: five digits are four bytes, fewer at the end. */
const base85 = text => {
  const value = new Uint8Array(128), raw = new Uint8Array(Math.ceil(text.length / 5) * 4);
  for (let i = 0; i < 85; i++) value[DIGITS.charCodeAt(i)] = i;
  for (let i = 0, to = 0; i < text.length; i += 5, to += 4) {
    let group = 0;
    for (let j = i; j < i + 5; j++) group = group * 85 + (j < text.length ? value[text.charCodeAt(j)] : 84);
    raw[to] = group >>> 24; raw[to + 1] = group >>> 16; raw[to + 2] = group >>> 8; raw[to + 3] = group;
  }
  return raw.subarray(0, Math.floor(text.length * 4 / 5));
};
/** Makes rows of columns again, and works out what was left out because it follows. */
const unpack = data => {
  for (const name of ["nodes", "events", "quotes", "sources"]) data[name] = values(data[name]);
  for (const level of Object.values(data.levels)) level.nodes = values(level.nodes);
  for (const event of data.events) {
    if (event.date?.length === 1) event.date = [event.date[0], event.date[0], event.date[0]];
    if (event.who) event.parts = event.who.map((node, i) => [node, event.roles[i]]);
    event.members ??= [...new Set((event.who ?? []).flatMap(node => [node, ...(data.nodes[node].states ?? [])]))].sort((a, b) => a - b);
  }
  return data;
};
const values = column => {
  if (column.step) {
    let at = 0;
    return column.step.map(value => value === null ? null : Array.isArray(value) ? value.map(step => at += step) : at += value);
  }
  if (column.rows === undefined) return column;
  const rows = Array.from({ length: column.rows }, () => ({}));
  for (const [key, of] of Object.entries(column.of)) {
    const found = values(of);
    for (let i = 0; i < rows.length; i++) if (found[i] !== null) rows[i][key] = found[i];
  }
  return rows;
};
let DATA;
/** What the user has chosen. Sets that are empty let everything pass. */
const S = { language: "en", theme: "", view: "network", level: "states", types: new Set(), topics: new Set(),
  modalities: new Set(), languages: new Set(), from: 0, to: 0, query: "", chosen: null, ends: [], ego: -1 };
/** What follows from the choice. */
const V = { events: [], links: new Map(), around: [], weight: [], degree: [], nodes: [], path: null, undated: 0 };

const TYPES = ["Agreement", "Meeting", "Statement", "LegalMeasure", "DigitalMoneyAction", "ReserveAction"];
const typeOf = event => TYPES.includes(event.type) ? event.type : "other";
const isFact = event => (event.modality ?? []).includes("modality:actual");
const BODY = type => type !== "State" && type !== "Person";
const LEVELS = { states: type => type === "State", persons: type => type === "Person", bodies: BODY,
  agents: () => true };
const quarter = day => +day.slice(0, 4) * 4 + Math.floor((+day.slice(5, 7) - 1) / 3);

const prepare = () => {
  const eventsOf = DATA.nodes.map(() => []);
  let first = Infinity, last = -Infinity;
  DATA.events.forEach((event, number) => {
    event.number = number;
    event.sources ??= []; event.quotes ??= []; event.topics ??= []; event.parts ??= [];
    event.span = event.date ? [quarter(event.date[1]), quarter(event.date[2])] : null;
    if (event.span) { first = Math.min(first, event.span[0]); last = Math.max(last, event.span[1]); }
    event.told = new Set([...event.sources.map(n => DATA.sources[n].language),
      ...event.quotes.map(n => DATA.sources[DATA.quotes[n].source].language)].filter(Boolean));
    for (const node of event.members) eventsOf[node].push(event);
  });
  DATA.nodes.forEach((node, number) => {
    node.number = number;
    node.events = eventsOf[number];
    node.shape = node.type === "State" ? "state" : node.type === "Person" ? "person" : "body";
    node.folded = [...Object.values(node.labels), ...(node.also ?? []), node.id].map(fold);
  });
  if (first > last) { first = 2014 * 4; last = first + 3; }
  DATA.span = [Math.floor(first / 4) * 4, Math.floor(last / 4) * 4 + 3];
  [S.from, S.to] = DATA.span;
  if (DATA.events.some(isFact)) S.modalities.add("modality:actual");
  DATA.byId = new Map(DATA.nodes.map(node => [node.id, node.number]));
  DATA.eventById = new Map(DATA.events.map(event => [event.id, event.number]));
};

const passes = (event, except = "") =>
  (except === "types" || !S.types.size || S.types.has(typeOf(event))) &&
  (except === "topics" || !S.topics.size || event.topics.some(topic => S.topics.has(topic))) &&
  (except === "modalities" || !S.modalities.size || (event.modality ?? []).some(way => S.modalities.has(way))) &&
  (except === "languages" || !S.languages.size || [...event.told].some(tag => S.languages.has(tag))) &&
  (except === "time" || inTime(event));
const wholeTime = () => S.from === DATA.span[0] && S.to === DATA.span[1];
const inTime = event => event.span ? event.span[1] >= S.from && event.span[0] <= S.to : wholeTime();

/** Works out what is visible: the events that pass, and a link for each pair of nodes that share some. */
const derive = () => {
  const level = DATA.levels[S.view === "map" ? "states" : S.level];
  const inside = new Uint8Array(DATA.nodes.length);
  for (const node of level.nodes) inside[node] = 1;
  V.events = DATA.events.filter(event => passes(event));
  V.undated = V.events.filter(event => !event.span).length;
  V.links = new Map();
  V.around = DATA.nodes.map(() => []);
  V.weight = new Float64Array(DATA.nodes.length);
  for (const event of V.events) {
    const members = event.members.filter(node => inside[node]);
    for (const node of members) V.weight[node] += 1;
    for (let i = 0; i < members.length; i++) for (let j = i + 1; j < members.length; j++) {
      const a = Math.min(members[i], members[j]), b = Math.max(members[i], members[j]);
      const key = a * 1e6 + b;
      let link = V.links.get(key);
      if (!link) {
        link = { a, b, events: [], key };
        V.links.set(key, link);
        V.around[a].push(link); V.around[b].push(link);
      }
      link.events.push(event);
    }
  }
  for (const link of V.links.values()) link.strands = strands(link);
  V.nodes = level.nodes.filter(node => V.weight[node] > 0);
  V.near = null;
  if (S.ego >= 0 && inside[S.ego]) {
    V.near = new Set([S.ego, ...V.around[S.ego].map(link => other(link, S.ego))]);
    V.nodes = V.nodes.filter(node => V.near.has(node));
  }
  V.path = S.ends.length === 2 ? shortest(S.ends[0], S.ends[1]) : null;
};

const other = (link, node) => link.a === node ? link.b : link.a;
const linkOf = (a, b) => V.links.get(Math.min(a, b) * 1e6 + Math.max(a, b));
const shownLinks = () => {
  const all = [...V.links.values()];
  return V.near ? all.filter(link => V.near.has(link.a) && V.near.has(link.b)) : all;
};

/** Returns the lines of a link: one for each kind of event, reported facts apart from plans, with its direction. */
const strands = link => {
  const found = new Map();
  for (const event of link.events) {
    const way = flow(event, link.a, link.b);
    const key = `${typeOf(event)}/${isFact(event)}/${way}`;
    if (!found.has(key)) found.set(key, { type: typeOf(event), fact: isFact(event), way, count: 0 });
    found.get(key).count += 1;
  }
  return [...found.values()].sort((x, y) => TYPES.indexOf(x.type) - TYPES.indexOf(y.type) || y.fact - x.fact);
};
/** Tells whether an act goes from a to b (1), from b to a (-1), or has no direction. */
const flow = (event, a, b) => {
  if (!event.flow) return 0;
  const [from, to] = event.flow;
  return from.includes(a) && to.includes(b) ? 1 : from.includes(b) && to.includes(a) ? -1 : 0;
};

/** Returns the nodes of a path with the fewest steps, of those the one with the most events, or null. */
const shortest = (start, end) => {
  const steps = new Map([[start, 0]]), best = new Map([[start, 0]]), before = new Map();
  let layer = [start];
  while (layer.length && !steps.has(end)) {
    const next = [];
    for (const node of layer) for (const link of V.around[node]) {
      const to = other(link, node);
      if (!steps.has(to)) { steps.set(to, steps.get(node) + 1); next.push(to); }
      const weight = best.get(node) + Math.log(1 + link.events.length);
      if (steps.get(to) === steps.get(node) + 1 && weight > (best.get(to) ?? -1)) {
        best.set(to, weight); before.set(to, node);
      }
    }
    layer = next;
  }
  if (!steps.has(end)) return null;
  const path = [end];
  while (path[0] !== start) path.unshift(before.get(path[0]));
  return path;
};
