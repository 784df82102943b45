// Places on the picture: positions of the network, and the Equal Earth projection with arcs.
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
/** How far an arc bends, as a part of its length, and the latitude that it stays below. */
const BEND = 0.2, TOP = 80;

/** Returns points on an arc between two places [lat, lon], in pieces where it crosses the edge of the map (projection.py). */
const arc = ([lat1, lon1], [lat2, lon2]) => {
  const way = (lon2 - lon1 + 540) % 360 - 180, rise = lat2 - lat1, middle = (lat1 + lat2) / 2;
  const far = Math.hypot(rise, way * Math.cos(middle * RAD));
  const bend = (middle < 0 ? -1 : 1) * Math.min(BEND * far, TOP - Math.max(Math.abs(lat1), Math.abs(lat2)));
  const count = Math.max(8, Math.ceil(far / 3));
  const pieces = [[]];
  let before = lon1;
  for (let i = 0; i <= count; i++) {
    const t = i / count, straight = lon1 + t * way;
    const lon = Math.abs(straight) > 180 ? straight - Math.sign(straight) * 360 : straight;
    if (Math.abs(lon - before) > 180) pieces.push([]);
    pieces.at(-1).push([...project(lon, lat1 + t * rise + bend * Math.sin(Math.PI * t)), t]);
    before = lon;
  }
  return pieces;
};

/** Where each node of the shown level stands, in the units of the picture. */
let PLACES = new Map();
const ARCS = new Map();
const place = () => {
  PLACES = new Map();
  if (S.view === "map") {
    for (const node of DATA.nodes) if (node.place) PLACES.set(node.number, project(node.place[1], node.place[0]));
    return;
  }
  const level = DATA.levels[S.level];
  level.nodes.forEach((node, i) => PLACES.set(node, [level.x[i] * 60, level.y[i] * 60]));
};
const arcOf = link => {
  if (!ARCS.has(link.key)) ARCS.set(link.key, arc(DATA.nodes[link.a].place, DATA.nodes[link.b].place));
  return ARCS.get(link.key);
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
