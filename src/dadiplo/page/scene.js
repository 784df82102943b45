// Drawing: the picture on the canvas, what lies under the pointer, moving and zooming.
const canvas = $("canvas");
const pen = canvas.getContext("2d");
const T = { k: 1, x: 0, y: 0 };
const BOX = { width: 0, height: 0, ratio: 1 };
/** Larger pictures are drawn more plainly, and moved as an image while the pointer drags. */
const PLAIN = 2500;
let COLOURS = {};
let hovered = null;
let redraw = false;
const still = document.createElement("canvas");
const STILL = { valid: false, k: 1, x: 0, y: 0, margin: 0 };

const colours = () => {
  const style = getComputedStyle(document.documentElement);
  const get = key => style.getPropertyValue(`--${key}`).trim();
  COLOURS = { types: Object.fromEntries([...TYPES, "other"].map(type => [type, get(`type-${type.toLowerCase()}`)])) };
  for (const key of ["ground", "ink", "soft", "faint", "line", "accent", "sea", "mute", "state", "body", "person", "font"])
    COLOURS[key] = get(key);
};

const toScreen = ([x, y]) => [x * T.k + T.x, y * T.k + T.y];
const radius = node => {
  const weight = V.weight[node] ?? 0;
  const base = S.view === "map" ? 2.2 + 1.5 * Math.sqrt(weight) : 3.6 + 2.1 * Math.sqrt(weight);
  const crowd = V.nodes.length > 3000 ? 0.35 : V.nodes.length > 800 ? 0.6 : 1;
  return Math.min(base, S.view === "map" ? 15 : 22) * crowd * (BOX.width < 600 ? 0.7 : 1) * Math.max(0.6, Math.min(1.8, T.k ** 0.35));
};

/** Returns how much of the picture the panel hides from below, on narrow screens. */
const covered = () => panel.hidden || getComputedStyle(panel).position !== "absolute" ? 0
  : Math.max(0, canvas.getBoundingClientRect().bottom - panel.getBoundingClientRect().top);

/** Moves and scales so that the nodes given, or all that are shown, are inside. */
const fit = nodes => {
  let points = (nodes ?? V.nodes).filter(node => PLACES.has(node)).map(node => PLACES.get(node));
  if (S.view === "map" && S.ego < 0 && !nodes) points = [project(-172, 0), project(180, 0), project(0, 74), project(0, -54)];
  if (!points.length) points = [[-100, -100], [100, 100]];
  const xs = points.map(p => p[0]), ys = points.map(p => p[1]);
  const low = list => list.reduce((m, v) => Math.min(m, v), Infinity);
  const high = list => list.reduce((m, v) => Math.max(m, v), -Infinity);
  const [x0, x1, y0, y1] = [low(xs), high(xs), low(ys), high(ys)];
  const margin = Math.min(nodes ? 110 : S.view === "map" ? 12 : 80, BOX.width * 0.12);
  const top = S.view === "map" && !nodes ? 8 : 40, bottom = Math.max($("legend").offsetHeight, covered()) + (S.view === "map" ? 12 : 40);
  const k = Math.min((BOX.width - 2 * margin) / Math.max(x1 - x0, 60), (BOX.height - top - bottom) / Math.max(y1 - y0, 60));
  T.k = Math.max(0.02, Math.min(k, S.view === "map" ? 8 : 1.6));
  T.x = BOX.width / 2 - (x0 + x1) / 2 * T.k;
  T.y = (BOX.height + top - bottom) / 2 - (y0 + y1) / 2 * T.k;
  STILL.valid = false;
  draw();
};

const zoom = (factor, x = BOX.width / 2, y = BOX.height / 2) => {
  const k = Math.max(0.02, Math.min(T.k * factor, 30));
  T.x = x - (x - T.x) * k / T.k;
  T.y = y - (y - T.y) * k / T.k;
  T.k = k;
  moving();
  draw();
};

const size = () => {
  const { width, height } = canvas.parentElement.getBoundingClientRect();
  if (!width || !height) return false;
  Object.assign(BOX, { width, height, ratio: Math.min(window.devicePixelRatio || 1, 2) });
  canvas.width = Math.round(width * BOX.ratio);
  canvas.height = Math.round(height * BOX.ratio);
  STILL.valid = false;
  return true;
};

/** Asks for the picture to be drawn at the next frame. */
const draw = () => {
  if (redraw) return;
  redraw = true;
  requestAnimationFrame(() => { redraw = false; paint(); });
};

let settle = 0;
let inMotion = false;
const moving = () => {
  inMotion = true;
  clearTimeout(settle);
  settle = setTimeout(() => { inMotion = false; STILL.valid = false; draw(); }, 140);
};

const large = () => V.links.size + V.nodes.length > PLAIN;

const paint = () => {
  if (S.view === "table") return;
  if (large() && inMotion && STILL.valid) {
    // What was drawn last is moved and scaled; it is drawn anew when the motion ends.
    const f = T.k / STILL.k;
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.fillStyle = COLOURS.ground;
    pen.fillRect(0, 0, canvas.width, canvas.height);
    const x = T.x - STILL.x * f - STILL.margin * f, y = T.y - STILL.y * f - STILL.margin * f;
    pen.setTransform(BOX.ratio * f, 0, 0, BOX.ratio * f, x * BOX.ratio, y * BOX.ratio);
    pen.drawImage(still, 0, 0, still.width / STILL.ratio, still.height / STILL.ratio);
    return;
  }
  if (large()) {
    const margin = Math.round(Math.min(BOX.width, BOX.height) * 0.35);
    const ratio = V.nodes.length > 4000 ? 1 : BOX.ratio;
    still.width = (BOX.width + 2 * margin) * ratio;
    still.height = (BOX.height + 2 * margin) * ratio;
    const ink = still.getContext("2d");
    ink.setTransform(ratio, 0, 0, ratio, margin * ratio, margin * ratio);
    picture(ink, margin);
    Object.assign(STILL, { valid: true, k: T.k, x: T.x, y: T.y, margin, ratio });
    pen.setTransform(BOX.ratio, 0, 0, BOX.ratio, 0, 0);
    pen.drawImage(still, -margin, -margin, BOX.width + 2 * margin, BOX.height + 2 * margin);
    return;
  }
  pen.setTransform(BOX.ratio, 0, 0, BOX.ratio, 0, 0);
  picture(pen, 0);
};

/** Draws everything, with so much beyond the edges. */
const picture = (ink, margin) => {
  ink.fillStyle = COLOURS.ground;
  ink.fillRect(-margin, -margin, BOX.width + 2 * margin, BOX.height + 2 * margin);
  if (S.view === "map") ground(ink);
  const lit = highlighted();
  const links = shownLinks().filter(link => PLACES.has(link.a) && PLACES.has(link.b));
  lines(ink, links, lit);
  dots(ink, lit, margin);
  labels(ink, lit, margin);
};

const ground = ink => {
  const { net, edge, capitals } = globe();
  ink.save();
  ink.transform(T.k, 0, 0, T.k, T.x, T.y);
  ink.fillStyle = COLOURS.sea;
  ink.fill(edge);
  ink.strokeStyle = COLOURS.line;
  ink.lineWidth = 0.6 / T.k;
  ink.stroke(net);
  ink.lineWidth = 1 / T.k;
  ink.stroke(edge);
  ink.restore();
  ink.textAlign = "end";
  ink.textBaseline = "middle";
  ink.direction = "ltr";
  ink.fillStyle = COLOURS.mute;
  for (const lat of [-60, -30, 0, 30, 60]) {
    const [x, y] = toScreen(project(-180, lat));
    ink.font = `10px ${COLOURS.font}`;
    ink.fillText(`${Math.abs(lat)}\u00b0`, x > 28 ? x - 7 : 26, x > 28 ? y : y - 8);
  }
  ink.beginPath();
  for (const spot of capitals) {
    const [x, y] = toScreen(spot);
    ink.moveTo(x + 1.6, y);
    ink.arc(x, y, 1.6, 0, 7);
  }
  ink.fill();
};

/** Returns what stands out (nodes, links) or null if nothing is chosen. */
const highlighted = () => {
  if (V.path) {
    const links = new Set(V.path.slice(1).map((node, i) => linkOf(V.path[i], node)));
    return { nodes: new Set(V.path), links };
  }
  const chosen = S.chosen;
  if (!chosen) return S.ends.length ? { nodes: new Set(S.ends), links: new Set(), soft: true } : null;
  if (chosen.node !== undefined) {
    const links = new Set(V.around[chosen.node]);
    return { nodes: new Set([chosen.node, ...[...links].map(link => other(link, chosen.node))]), links };
  }
  if (chosen.link) return { nodes: new Set(chosen.link), links: new Set([linkOf(...chosen.link)]) };
  const members = new Set(DATA.events[chosen.event].members);
  const links = [...V.links.values()].filter(link => members.has(link.a) && members.has(link.b));
  return { nodes: members, links: new Set(links) };
};

const lines = (ink, links, lit) => {
  if (links.length > PLAIN && !lit) return plainLines(ink, links, 0.5);
  ink.lineCap = "round";
  const above = [];
  if (lit && links.length > PLAIN) plainLines(ink, links.filter(link => !lit.links.has(link)), lit.soft ? 0.4 : 0.1);
  for (const link of links) {
    if (lit?.links.has(link)) { above.push(link); continue; }
    if (!lit || links.length <= PLAIN) bundle(ink, link, lit && !lit.soft ? 0.09 : S.view === "map" ? 0.55 : 0.62);
  }
  for (const link of above) bundle(ink, link, 0.95);
  if (hovered?.link && !lit?.links.has(hovered.link)) bundle(ink, hovered.link, 1);
  ink.globalAlpha = 1;
  ink.setLineDash([]);
};

/** Draws many links as one path for each colour. */
const plainLines = (ink, links, alpha) => {
  ink.globalAlpha = alpha;
  ink.lineWidth = 0.6;
  for (const type of [...TYPES, "other"]) {
    ink.beginPath();
    for (const link of links) {
      if (link.strands[0].type !== type) continue;
      const [x1, y1] = toScreen(PLACES.get(link.a)), [x2, y2] = toScreen(PLACES.get(link.b));
      ink.moveTo(x1, y1);
      ink.lineTo(x2, y2);
    }
    ink.strokeStyle = COLOURS.types[type];
    ink.stroke();
  }
  ink.globalAlpha = 1;
};

/** Returns the points of the strands of a link on the screen, from a to b; each strand bends by its own measure. */
const courses = link => {
  const count = link.strands.length, gap = S.view === "map" ? 5 : 9;
  return link.strands.map((_, i) => {
    const bend = (i - (count - 1) / 2) * gap;
    if (S.view === "map") return arcOf(link).map(piece => bent(piece.map(([x, y, t]) => [...toScreen([x, y]), t]), bend));
    const [x1, y1] = toScreen(PLACES.get(link.a)), [x2, y2] = toScreen(PLACES.get(link.b));
    const straight = Math.abs(bend) < 0.1;
    const points = (straight ? [0, 1] : [0, .1, .2, .3, .4, .5, .6, .7, .8, .9, 1])
      .map(t => [x1 + (x2 - x1) * t, y1 + (y2 - y1) * t, t]);
    return [straight ? points : bent(points, bend)];
  });
};
const bent = (points, bend) => {
  if (points.length < 2) return points;
  return points.map(([x, y, t], i) => {
    const before = points[Math.max(0, i - 1)], after = points[Math.min(points.length - 1, i + 1)];
    const dx = after[0] - before[0], dy = after[1] - before[1], length = Math.hypot(dx, dy) || 1;
    const off = bend * Math.sin(Math.PI * t) ** 0.7;
    return [x - dy / length * off, y + dx / length * off, t];
  });
};

const bundle = (ink, link, alpha) => {
  const all = courses(link);
  link.strands.forEach((strand, i) => {
    ink.globalAlpha = strand.fact ? alpha : alpha * 0.85;
    ink.strokeStyle = COLOURS.types[strand.type];
    ink.lineWidth = Math.min(1.1 + 0.75 * Math.log2(strand.count), 5) + (hovered?.link === link ? 1 : 0);
    ink.setLineDash(strand.fact ? [] : [5, 4]);
    ink.beginPath();
    for (const piece of all[i]) piece.forEach(([x, y], j) => j ? ink.lineTo(x, y) : ink.moveTo(x, y));
    ink.stroke();
    if (strand.way) arrow(ink, all[i].flat(), strand.way, strand.way > 0 ? link.b : link.a, ink.lineWidth);
  });
};

/** Draws a head where a course meets the node it goes to. */
const arrow = (ink, points, way, node, width) => {
  const course = way > 0 ? points : [...points].reverse();
  const end = course.at(-1), room = radius(node) + 1;
  let tip = end, tail = course[0];
  for (let i = course.length - 2; i >= 0; i--) {
    const d = Math.hypot(course[i][0] - end[0], course[i][1] - end[1]);
    if (d > room) {
      const e = Math.hypot(course[i + 1][0] - end[0], course[i + 1][1] - end[1]);
      const f = (d - room) / (d - e || 1);
      tip = [course[i][0] + (course[i + 1][0] - course[i][0]) * f, course[i][1] + (course[i + 1][1] - course[i][1]) * f];
      tail = course[i];
      break;
    }
  }
  const angle = Math.atan2(tip[1] - tail[1], tip[0] - tail[0]), reach = 7 + width;
  ink.setLineDash([]);
  ink.fillStyle = ink.strokeStyle;
  ink.beginPath();
  ink.moveTo(tip[0], tip[1]);
  for (const side of [-0.42, 0.42])
    ink.lineTo(tip[0] - reach * Math.cos(angle + side), tip[1] - reach * Math.sin(angle + side));
  ink.fill();
};

const outline = (ink, shape, x, y, r) => {
  if (shape === "state") { ink.moveTo(x + r, y); ink.arc(x, y, r, 0, 7); }
  else if (shape === "person") {
    const d = r * 1.2;
    ink.moveTo(x, y - d); ink.lineTo(x + d, y); ink.lineTo(x, y + d); ink.lineTo(x - d, y); ink.closePath();
  } else {
    const d = r * 0.9;
    ink.roundRect(x - d, y - d, 2 * d, 2 * d, d * 0.35);
  }
};

const dots = (ink, lit, margin) => {
  const many = V.nodes.length > 3000;
  const seen = V.nodes.filter(node => PLACES.has(node)).sort((a, b) => V.weight[b] - V.weight[a]);
  for (const faded of lit ? [true, false] : [false]) {
    for (const shape of ["state", "body", "person"]) {
      ink.beginPath();
      for (const node of seen) {
        if (DATA.nodes[node].shape !== shape || (lit && !lit.soft ? !lit.nodes.has(node) : false) !== faded) continue;
        const [x, y] = toScreen(PLACES.get(node));
        if (x < -margin - 30 || y < -margin - 30 || x > BOX.width + margin + 30 || y > BOX.height + margin + 30) continue;
        const r = radius(node);
        if (many && r < 3) ink.rect(x - r, y - r, 2 * r, 2 * r); else outline(ink, shape, x, y, r);
      }
      ink.globalAlpha = faded ? 0.22 : 1;
      ink.fillStyle = COLOURS[shape];
      ink.strokeStyle = COLOURS.ground;
      ink.lineWidth = many ? 0.5 : 1.5;
      ink.fill();
      if (!many || lit) ink.stroke();
    }
  }
  ink.globalAlpha = 1;
  const rings = [...S.ends, S.chosen?.node, hovered?.node].filter(node => node !== undefined && PLACES.has(node));
  for (const node of rings) {
    const [x, y] = toScreen(PLACES.get(node));
    ink.beginPath();
    outline(ink, DATA.nodes[node].shape, x, y, radius(node) + 3.5);
    ink.strokeStyle = COLOURS.accent;
    ink.lineWidth = 2.2;
    ink.stroke();
  }
};

/** Returns what lies at a point of the screen: { node } or { link }, or null. */
const at = (x, y, reach = 5) => {
  let best = null, least = reach;
  for (const node of V.nodes) {
    const spot = PLACES.get(node);
    if (!spot) continue;
    const [nx, ny] = toScreen(spot), d = Math.hypot(nx - x, ny - y) - radius(node);
    if (d < least) { least = d; best = { node }; }
  }
  if (best || large()) return best;
  for (const link of shownLinks()) {
    if (!PLACES.has(link.a) || !PLACES.has(link.b)) continue;
    for (const course of courses(link)) for (const piece of course) for (let i = 1; i < piece.length; i++) {
      const d = toSegment(x, y, piece[i - 1], piece[i]);
      if (d < least) { least = d; best = { link }; }
    }
  }
  return best;
};
const toSegment = (x, y, [x1, y1], [x2, y2]) => {
  const dx = x2 - x1, dy = y2 - y1, t = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
};
