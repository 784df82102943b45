// Places on the picture: positions of the network, and the Equal Earth projection with great circles.
const RAD = Math.PI / 180;
/** Returns the place of a longitude and latitude (Savric, Patterson and Jenny 2018), y downwards, in 1/100 radian. */
const project = (lon, lat) => {
  const t = Math.asin(Math.sqrt(3) / 2 * Math.sin(lat * RAD)), t2 = t * t, t6 = t2 * t2 * t2;
  const x = 2 * Math.sqrt(3) * (lon - MIDDLE) * RAD * Math.cos(t) /
    (3 * (9 * 0.003796 * t6 * t2 + 7 * 0.000893 * t6 + 3 * -0.081106 * t2 + 1.340264));
  const y = t * (0.003796 * t6 * t2 + 0.000893 * t6 - 0.081106 * t2 + 1.340264);
  return [x * 100, -y * 100];
};
const MIDDLE = 0;
/** Degrees from which on arcs are held back, and how far beyond these they can come. */
const CALM = 42, HIGH = 30;

/** Returns points on the great circle between two places [lat, lon], in pieces where it crosses the edge of the map. */
const circle = ([lat1, lon1], [lat2, lon2]) => {
  const vector = (lat, lon) => [Math.cos(lat * RAD) * Math.cos(lon * RAD), Math.cos(lat * RAD) * Math.sin(lon * RAD),
    Math.sin(lat * RAD)];
  const a = vector(lat1, lon1), b = vector(lat2, lon2);
  const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  const count = Math.max(8, Math.ceil(angle * 24));
  const pieces = [[]];
  let before = null;
  for (let i = 0; i <= count; i++) {
    const t = i / count, s = Math.sin(angle) || 1;
    const u = angle < 1e-6 ? 1 - t : Math.sin((1 - t) * angle) / s, v = angle < 1e-6 ? t : Math.sin(t * angle) / s;
    const [x, y, z] = a.map((value, axis) => u * value + v * b[axis]);
    const lon = Math.atan2(y, x) / RAD;
    let lat = Math.atan2(z, Math.hypot(x, y)) / RAD;
    // The projection draws a pole out to a line: what would run along it is held at a distance, smoothly.
    const high = Math.max(0, Math.abs(lat) - CALM), held = HIGH * (1 - Math.exp(-high / HIGH));
    lat -= Math.sign(lat) * (high - held) * (1 - (1 - Math.sin(Math.PI * t)) ** 3);
    if (before !== null && Math.abs(lon - before) > 180) pieces.push([]);
    pieces.at(-1).push([...project(lon, lat), t]);
    before = lon;
  }
  return pieces;
};

/** Where each node of the shown level stands, in the units of the picture. */
let PLACES = new Map();
const CIRCLES = new Map();
const place = () => {
  PLACES = new Map();
  if (S.view === "map") {
    for (const node of DATA.nodes) if (node.place) PLACES.set(node.number, project(node.place[1], node.place[0]));
    return;
  }
  const level = DATA.levels[S.level];
  level.nodes.forEach((node, i) => PLACES.set(node, [level.x[i] * 60, level.y[i] * 60]));
};
const circleOf = link => {
  if (!CIRCLES.has(link.key)) CIRCLES.set(link.key, circle(DATA.nodes[link.a].place, DATA.nodes[link.b].place));
  return CIRCLES.get(link.key);
};

/** The net of meridians and the edge of the map as paths in the units of the picture; made once. */
let GLOBE = null;
const globe = () => {
  if (GLOBE) return GLOBE;
  const net = new Path2D(), edge = new Path2D();
  const line = (path, points) => points.forEach(([lon, lat], i) => {
    const [x, y] = project(lon, lat);
    if (i) path.lineTo(x, y); else path.moveTo(x, y);
  });
  const steps = (from, to, by) => Array.from({ length: Math.round((to - from) / by) + 1 }, (_, i) => from + i * by);
  for (const lon of steps(-165, 165, 15)) line(net, steps(-75, 75, 5).map(lat => [lon, lat]));
  for (const lat of steps(-75, 75, 15)) line(net, [[-180, lat], [180, lat]]);
  line(edge, [...steps(-90, 90, 3).map(lat => [180, lat]), ...steps(-90, 90, 3).reverse().map(lat => [-180, lat])]);
  edge.closePath();
  const capitals = [];
  for (let i = 0; i < DATA.capitals.length; i += 2) capitals.push(project(DATA.capitals[i + 1], DATA.capitals[i]));
  GLOBE = { net, edge, capitals };
  return GLOBE;
};
