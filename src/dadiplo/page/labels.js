// Labels: the weightier first, each at the first of its places that is free.
const WIDTHS = new Map();
const widthOf = (ink, text, font) => {
  const key = `${font}|${text}`;
  if (!WIDTHS.has(key)) { ink.font = font; WIDTHS.set(key, ink.measureText(text).width); }
  return WIDTHS.get(key);
};
const CELL = 48;

/** Boxes that are taken, in a grid. */
const taken = () => {
  const cells = new Map();
  const over = ([x0, y0, x1, y1], visit) => {
    for (let cx = Math.floor(x0 / CELL); cx <= Math.floor(x1 / CELL); cx++)
      for (let cy = Math.floor(y0 / CELL); cy <= Math.floor(y1 / CELL); cy++) if (visit(cx * 4096 + cy)) return true;
    return false;
  };
  return {
    add: (box, owner) => void over(box, key => { cells.has(key) ? cells.get(key).push([box, owner]) : cells.set(key, [[box, owner]]); }),
    /** Tells whether no label is there, and no node but those so many times lighter than the label's own. */
    free: (box, owner, lighter) => !over(box, key => (cells.get(key) ?? []).some(([b, whose]) => whose !== owner &&
      (whose < 0 || owner < 0 || V.weight[whose] * lighter > V.weight[owner]) &&
      b[0] < box[2] && b[2] > box[0] && b[1] < box[3] && b[3] > box[1])),
  };
};

/** Where the tools and the legend stand over the picture. */
const furniture = () => {
  const frame = canvas.getBoundingClientRect();
  return [...document.querySelectorAll("#legend span, #legend .fine, .tools > *, #path-bar")].map(node => {
    const box = node.getBoundingClientRect();
    return [box.left - frame.left, box.top - frame.top, box.right - frame.left, box.bottom - frame.top];
  });
};

const shorten = text => text.length > 38 ? `${text.slice(0, 36).trimEnd()}…` : text;

const labels = (ink, lit, margin) => {
  const crowd = V.nodes.length > 1500;
  const order = V.nodes.filter(node => PLACES.has(node) && (!lit || lit.soft || lit.nodes.has(node)))
    .sort((a, b) => rank(b) - rank(a) || a - b);
  const boxes = taken();
  const inside = [];
  for (const node of V.nodes) {
    if (!PLACES.has(node)) continue;
    const [x, y] = toScreen(PLACES.get(node)), r = radius(node);
    if (x < -margin || y < -margin || x > BOX.width + margin || y > BOX.height + margin) continue;
    if (!crowd || r > 4) boxes.add([x - r, y - r, x + r, y + r], node);
  }
  if (!margin) for (const box of furniture()) boxes.add(box, -1);
  const within = ([sx, sy], w, h) => margin > 0 || (sx > 4 && sy > 2 && sx + w < BOX.width - 4 && sy + h < BOX.height - 2);
  let count = 0;
  const limit = crowd ? 90 : 260;
  for (const node of order) {
    if (count >= limit) break;
    const [x, y] = toScreen(PLACES.get(node));
    const r = radius(node) + (node === S.chosen?.node || S.ends.includes(node) ? 4 : 0);
    if (x < -margin || y < -margin || x > BOX.width + margin || y > BOX.height + margin) continue;
    const thing = DATA.nodes[node], [full, tag] = named(thing.labels);
    const text = shorten(full || label(thing)), big = V.weight[node] >= 8 || node === S.chosen?.node;
    const points = (S.view === "map" ? (big ? 12.5 : 11) : big ? 13.5 : 12) - (BOX.width < 600 ? 1.5 : 0);
    const font = `${big ? 600 : 400} ${points}px ${COLOURS.font}`;
    const w = widthOf(ink, text, font) + 4, h = points * 1.32;
    const spots = [[x + r + 3, y - h / 2], [x - r - 3 - w, y - h / 2], [x - w / 2, y + r + 1], [x - w / 2, y - r - 1 - h],
      [x + r * 0.7 + 2, y + r * 0.7], [x - r * 0.7 - 2 - w, y + r * 0.7], [x + r * 0.7 + 2, y - r * 0.7 - h],
      [x - r * 0.7 - 2 - w, y - r * 0.7 - h]];
    if (RIGHT_TO_LEFT.has(tag)) [spots[0], spots[1]] = [spots[1], spots[0]];
    const must = node === S.chosen?.node || node === hovered?.node || V.path?.includes(node);
        const find = lighter => spots.find(([sx, sy]) => within([sx, sy], w, h) && boxes.free([sx, sy, sx + w, sy + h], node, lighter));
    const spot = find(Infinity) ?? (V.weight[node] >= 8 ? find(4) : null) ?? (must ? spots[0] : null);
    if (!spot) continue;
    boxes.add([spot[0], spot[1], spot[0] + w, spot[1] + h], -1);
    inside.push([text, font, spot[0] + w / 2, spot[1] + h / 2, tag, thing.shape]);
    count += 1;
  }
  ink.textAlign = "center";
  ink.textBaseline = "middle";
  if (S.view === "map") continents(ink, boxes);
  ink.lineJoin = "round";
  for (const [text, font, x, y, tag, shape] of inside) {
    ink.font = font;
    ink.direction = RIGHT_TO_LEFT.has(tag) ? "rtl" : "ltr";
    ink.lineWidth = 3.5;
    ink.strokeStyle = S.view === "map" ? COLOURS.sea : COLOURS.ground;
    ink.globalAlpha = 0.85;
    ink.strokeText(text, x, y);
    ink.globalAlpha = 1;
    ink.fillStyle = shape === "state" ? COLOURS.ink : COLOURS.soft;
    ink.fillText(text, x, y);
  }
};
/** Writes the names of continents where nothing else is written. */
const continents = (ink, boxes) => {
  const points = Math.max(12, Math.min(22, T.k * 4.4)), font = `${points}px ${COLOURS.font}`;
  ink.direction = document.documentElement.dir;
  ink.fillStyle = COLOURS.mute;
  ink.letterSpacing = RIGHT_TO_LEFT.has(S.language) ? "0px" : "0.2em";
  for (const [key, [lat, lon]] of Object.entries(DATA.continents)) {
    const [x, y] = toScreen(project(lon, lat)), text = say(key), half = widthOf(ink, text, font) / 2;
    ink.font = font;
    if (boxes.free([x - half, y - points * 0.6, x + half, y + points * 0.6], -2, Infinity)) ink.fillText(text, x, y);
  }
  ink.letterSpacing = "0px";
};
const rank = node => (node === S.chosen?.node || node === hovered?.node ? 1e6 : 0) + (S.ends.includes(node) ? 1e5 : 0) +
  V.weight[node] + (DATA.nodes[node].shape === "state" ? 0.5 : 0);
