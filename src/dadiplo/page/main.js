// Puts it together.
/** Chooses a node, link or event; while a path is looked for, a node is its other end. */
const choose = chosen => {
  if (S.ends.length === 1 && chosen?.node !== undefined && chosen.node !== S.ends[0]) {
    S.ends = [S.ends[0], chosen.node];
    S.chosen = null;
  } else {
    S.ends = [];
    S.chosen = chosen;
  }
  changed("choice");
};
const clear = () => {
  if (S.chosen === null && !S.ends.length && S.ego >= 0) { S.ego = -1; changed("ego"); fit(); return; }
  S.chosen = null;
  S.ends = [];
  changed("choice");
  canvas.focus({ preventScroll: true });
};
/** Makes sure that a node is part of what is shown. */
const reveal = node => {
  const type = DATA.nodes[node].type;
  if (S.view === "map" && type !== "State") S.view = "network";
  if (!LEVELS[S.level](type)) S.level = S.ends.length ? "agents" : type === "State" ? "states" : type === "Person" ? "persons" : "bodies";
  if (S.ends.length === 1 && !LEVELS[S.level](DATA.nodes[S.ends[0]].type)) S.level = "agents";
  if (S.ego >= 0 && !V.near?.has(node)) S.ego = -1;
  changed("level");
};

const LIGHT = matchMedia("(prefers-color-scheme: dark)");
const dark = () => S.theme ? S.theme === "dark" : LIGHT.matches;

/** Brings everything in line with the choice. */
const changed = what => {
  if (!["choice"].includes(what) || S.ends.length) derive();
  if (["language", "start"].includes(what)) speak();
  if (["level", "view", "start"].includes(what)) { place(); }
  if (["theme", "start"].includes(what)) {
    document.documentElement.dataset.theme = dark() ? "dark" : "light";
    colours();
  }
  const text = say("counts", { events: number(V.events.length), links: number(shownLinks().length) });
  $("counts").textContent = text;
  for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", button.dataset.view === S.view);
  $("stage").hidden = S.view === "table";
  $("table").hidden = S.view !== "table";
  $("level").value = S.level;
  $("level").hidden = S.view === "map";
  if (what !== "choice" && what !== "view") filters();
  if (what === "start" || what === "language" || what === "filter" || what === "view") legend();
  const resized = showPanel();
  table();
  if (what !== "choice") timeline();
  remember();
  STILL.valid = false;
  const anew = ["view", "level", "start"].includes(what);
  if (S.view !== "table" && (resized || anew)) size();
  if (S.view !== "table" && BOX.width) {
    if (anew) fit();
    if (V.path && (anew || what === "choice")) fit(V.path);
    else if (what === "start" && S.chosen?.node !== undefined) visit(S.chosen.node);
    else if (what === "start" && S.chosen?.link && V.nodes.length > 60) fit(S.chosen.link);
    else if (what === "choice" && S.chosen?.node !== undefined) bring(S.chosen.node);
  }
  draw();
};

/** Moves and scales the picture to a node and those it is linked with. */
const visit = node => {
  const near = [node, ...V.around[node].map(link => other(link, node))];
  if (V.nodes.length > 60 && PLACES.has(node)) fit(near); else bring(node);
};
/** Moves the picture so that a node is inside. */
const bring = node => {
  if (!PLACES.has(node)) return;
  const [x, y] = toScreen(PLACES.get(node)), edge = 70;
  const height = BOX.height - covered();
  if (x < edge || x > BOX.width - edge) T.x += BOX.width / 2 - x;
  if (y < edge || y > height - edge) T.y += height / 2 - y;
};

const speak = () => {
  const root = document.documentElement;
  root.lang = S.language;
  root.dir = RIGHT_TO_LEFT.has(S.language) ? "rtl" : "ltr";
  document.title = say("title");
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll("[data-placeholder]")) node.placeholder = say(node.dataset.placeholder);
  for (const node of document.querySelectorAll("[data-label]")) {
    node.setAttribute("aria-label", say(node.dataset.label));
    if (node.matches("button.icon")) node.title = say(node.dataset.label);
  }
  canvas.setAttribute("aria-label", say("picture-help"));
  const own = { en: "English", ar: "\u0627\u0644\u0639\u0631\u0628\u064a\u0629", es: "Espa\u00f1ol", ur: "\u0627\u0631\u062f\u0648" };
  $("language").replaceChildren(...DATA.languages.map(tag => el("option", { value: tag, lang: tag, selected: tag === S.language }, own[tag] ?? tag)));
  $("level").replaceChildren(...Object.keys(DATA.levels).map(key => el("option", { value: key, selected: key === S.level }, say(key))));
};

const legend = () => {
  const there = new Set(DATA.events.map(typeOf));
  $("legend").replaceChildren(...[
    el("p", {}, ...[...TYPES, "other"].filter(type => there.has(type) && type !== "other")
      .map(type => el("span", {}, swatch(type), word(`dd:${type}`)))),
    el("p", {}, ...(S.view === "map" ? ["state"] : ["state", "body", "person"]).map(shape => el("span", {}, mark(shape), say(`shape-${shape}`))),
      el("span", {}, swatch("line", true), say("line-solid")), el("span", {}, swatch("line", false), say("line-dashed"))),
    el("p", { class: "fine" }, ...(S.view === "map" ? [say("map-note"), " ", say("map-sources"), offMap()] : [say("hint")]))]);
};

/** Tells how many states have events but no known place. */
const offMap = () => {
  const count = V.nodes.filter(node => !DATA.nodes[node].place).length;
  return count ? ` ${say("off-map", { n: number(count) })}` : "";
};

const tip = (hit, x, y) => {
  const box = $("tip");
  box.hidden = !hit;
  if (!hit) return;
  const text = hit.node !== undefined ? label(DATA.nodes[hit.node])
    : `\u2068${label(DATA.nodes[hit.link.a])}\u2069 \u2013 \u2068${label(DATA.nodes[hit.link.b])}\u2069`;
  const count = hit.node !== undefined ? V.weight[hit.node] : hit.link.events.length;
  box.replaceChildren(el("bdi", {}, text), el("span", { class: "by" }, `${say("events")}: ${number(count)}`));
  box.style.left = `${Math.min(x + 14, BOX.width - box.offsetWidth - 8)}px`;
  box.style.top = `${Math.min(y + 14, BOX.height - box.offsetHeight - 8)}px`;
};

const pointer = () => {
  const fingers = new Map();
  let moved = 0, pinch = 0;
  canvas.addEventListener("pointerdown", e => {
    canvas.setPointerCapture(e.pointerId);
    fingers.set(e.pointerId, [e.offsetX, e.offsetY]);
    moved = 0;
    pinch = 0;
  });
  canvas.addEventListener("pointermove", e => {
    const before = fingers.get(e.pointerId);
    if (!before) {
      const hit = at(e.offsetX, e.offsetY);
      if (hit?.node !== hovered?.node || hit?.link !== hovered?.link) {
        hovered = hit;
        canvas.style.cursor = hit ? "pointer" : "grab";
        if (!large()) draw();
      }
      tip(hit, e.offsetX, e.offsetY);
      return;
    }
    fingers.set(e.pointerId, [e.offsetX, e.offsetY]);
    if (fingers.size === 2) {
      const [[x1, y1], [x2, y2]] = [...fingers.values()], apart = Math.hypot(x1 - x2, y1 - y2);
      if (pinch) zoom(apart / pinch, (x1 + x2) / 2, (y1 + y2) / 2);
      pinch = apart;
      moved = 99;
      return;
    }
    const dx = e.offsetX - before[0], dy = e.offsetY - before[1];
    moved += Math.abs(dx) + Math.abs(dy);
    if (moved > 3) {
      T.x += dx;
      T.y += dy;
      canvas.style.cursor = "grabbing";
      tip(null);
      moving();
      draw();
    }
  });
  const up = e => {
    if (fingers.delete(e.pointerId) && moved <= 3 && e.type === "pointerup") {
      const hit = at(e.offsetX, e.offsetY, e.pointerType === "touch" ? 14 : 5);
      if (hit?.node !== undefined) choose({ node: hit.node });
      else if (hit?.link) choose({ link: [hit.link.a, hit.link.b] });
      else if (S.ends.length !== 1) { S.chosen = null; S.ends = []; changed("choice"); }
    }
    canvas.style.cursor = "grab";
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("pointerleave", () => { hovered = null; tip(null); draw(); });
  canvas.addEventListener("wheel", e => {
    e.preventDefault();
    zoom(Math.exp(-e.deltaY * (e.ctrlKey ? 0.01 : 0.0016)), e.offsetX, e.offsetY);
  }, { passive: false });
  canvas.addEventListener("dblclick", e => zoom(1.8, e.offsetX, e.offsetY));
};

const keys = () => {
  let at = -1;
  canvas.addEventListener("keydown", e => {
    const step = 60, moves = { ArrowLeft: [step, 0], ArrowRight: [-step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
    const order = V.nodes.filter(node => PLACES.has(node)).sort((a, b) => V.weight[b] - V.weight[a] || a - b);
    // The place of the key counts, so that it works with Arabic letters on it too.
    const letter = e.ctrlKey || e.metaKey ? "" : { n: "n", p: "p" }[e.key] ?? { KeyN: "n", KeyP: "p" }[e.code];
    if (moves[e.key]) { T.x += moves[e.key][0]; T.y += moves[e.key][1]; moving(); draw(); }
    else if (e.key === "+" || e.key === "=") zoom(1.3);
    else if (e.key === "-") zoom(1 / 1.3);
    else if (e.key === "0") fit();
    else if (letter && order.length) {
      at = (at + (letter === "n" ? 1 : order.length - 1)) % order.length;
      hovered = { node: order[at] };
      bring(order[at]);
      $("live").textContent = `${label(DATA.nodes[order[at]])}, ${say("events")}: ${number(V.weight[order[at]])}`;
      STILL.valid = false;
      draw();
    } else if (e.key === "Enter" && hovered?.node !== undefined) { choose({ node: hovered.node }); panel.focus(); }
    else return;
    e.preventDefault();
  });
  document.addEventListener("keydown", e => {
    if (e.key === "Escape" && !e.defaultPrevented) clear();
    if (e.key === "/" && !/INPUT|SELECT|TEXTAREA/.test(document.activeElement.tagName)) { e.preventDefault(); query.focus(); }
  });
};

const save = () => canvas.toBlob(blob => {
  const link = el("a", { href: URL.createObjectURL(blob), download: `dadiplo-${S.view}.png` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});

const start = async () => {
  DATA = await read();
  Object.assign(S, DATA.start);
  prepare();
  recall();
  searchEvents();
  timeEvents();
  pointer();
  keys();
  for (const button of document.querySelectorAll("[data-view]"))
    button.addEventListener("click", () => { S.view = button.dataset.view; changed("view"); });
  $("skip").addEventListener("click", () => { S.view = "table"; changed("view"); $("table").focus(); });
  $("language").addEventListener("change", e => { S.language = e.target.value; changed("language"); size(); draw(); });
  $("level").addEventListener("change", e => { S.level = e.target.value; S.ego = -1; changed("level"); });
  $("theme").addEventListener("click", () => { S.theme = dark() ? "light" : "dark"; changed("theme"); });
  $("filter-toggle").addEventListener("click", e => {
    const open = $("filters").classList.toggle("open");
    e.currentTarget.setAttribute("aria-expanded", open);
  });
  $("zoom-in").addEventListener("click", () => zoom(1.35));
  $("zoom-out").addEventListener("click", () => zoom(1 / 1.35));
  $("fit").addEventListener("click", () => fit());
  $("save").addEventListener("click", save);
  $("share").addEventListener("click", async () => {
    try { await navigator.clipboard.writeText(location.href); $("live").textContent = say("copied"); } catch { /* the address bar has it */ }
  });
  LIGHT.addEventListener("change", () => { if (!S.theme) changed("theme"); });
  addEventListener("hashchange", () => { recall(); changed("start"); });
  size();
  changed("start");
  new ResizeObserver(() => {
    const { width, height } = $("stage").getBoundingClientRect();
    if (width && (width !== BOX.width || height !== BOX.height) && size()) paint();
    if (bars.parentElement.clientWidth !== TIME.width) timeline();
  }).observe($("stage"));
  document.body.dataset.ready = "yes";
  requestAnimationFrame(() => requestAnimationFrame(() => performance.mark("drawn")));
};
start();
