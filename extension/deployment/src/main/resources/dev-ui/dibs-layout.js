// Where the boxes of a diagram stand: in columns, each table to the right of those it refers to. Pure.

const CHARACTER = 7.3;
const HEAD = 26;
const ROW = 18;
const GAP_X = 90;
const GAP_Y = 28;
const TALLEST = 1400;

/** @param tables as the schema document has them; foreign keys to tables that are not among them are left out */
export function layout(tables) {
    const boxes = new Map(tables.map(table => [nameOf(table), box(table)]));
    const keys = tables.flatMap(table => keysOf(table, boxes));
    const columns = place(boxes, keys);
    let x = 0;
    let height = 0;
    for (const column of columns) {
        let y = 0;
        for (const one of column) {
            one.x = x;
            one.y = y;
            y += one.height + GAP_Y;
        }
        height = Math.max(height, y - GAP_Y);
        x += Math.max(...column.map(one => one.width)) + GAP_X;
    }
    return { boxes: [...boxes.values()], keys: keys.map(key => line(key, boxes)), width: Math.max(0, x - GAP_X), height };
}

function nameOf(table) {
    return table.schema === '' || table.schema === 'public' ? table.name : `${table.schema}.${table.name}`;
}

function box(table) {
    const rows = table.columns.map(column => ({ name: column.name, type: column.type,
        mark: column.properties.includes('primary key') ? '◆' : column.properties.some(isReference) ? '→' : ' ' }));
    const name = nameOf(table);
    const longest = Math.max(name.length, ...rows.map(row => row.name.length + row.type.length + 5));
    return { name, title: table.documentation ?? name, rows, head: HEAD, row: ROW, width: longest * CHARACTER + 16,
        height: HEAD + rows.length * ROW + 6 };
}

function isReference(property) {
    return property.startsWith('references ');
}

function keysOf(table, boxes) {
    const keys = [];
    table.columns.forEach((column, row) => column.properties.filter(isReference).forEach(property => {
        const to = property.slice('references '.length).replace(/\.[^.]*$/, '');
        if (boxes.has(to)) {
            keys.push({ from: nameOf(table), to, row, title: `${nameOf(table)}.${column.name} ${property}` });
        }
    }));
    return keys;
}

/** A table's column is one more than the largest of those it refers to; of a ring the first by name begins. */
function place(boxes, keys) {
    const depths = new Map();
    const depth = (name, way) => {
        if (depths.has(name)) {
            return depths.get(name);
        }
        const before = keys.filter(key => key.from === name && key.to !== name && !way.includes(key.to))
            .map(key => depth(key.to, [...way, name]) + 1);
        const found = Math.max(0, ...before);
        depths.set(name, found);
        return found;
    };
    const layers = [];
    [...boxes.keys()].sort().forEach(name => (layers[depth(name, [])] ??= []).push(boxes.get(name)));
    return layers.filter(layer => layer).flatMap(cut);
}

/** A layer that is too tall for a picture goes on in the next column. */
function cut(layer) {
    const columns = [[]];
    let height = 0;
    for (const one of layer) {
        if (height > 0 && height + one.height > TALLEST) {
            columns.push([]);
            height = 0;
        }
        columns.at(-1).push(one);
        height += one.height + GAP_Y;
    }
    return columns;
}

function line(key, boxes) {
    const from = boxes.get(key.from);
    const to = boxes.get(key.to);
    const y1 = from.y + from.head + key.row * from.row + from.row / 2;
    const y2 = to.y + to.head / 2;
    if (from.x > to.x) {
        const [x1, x2] = [from.x, to.x + to.width];
        const bend = Math.max(30, (x1 - x2) / 2);
        return { ...key, path: `M ${x1} ${y1} C ${x1 - bend} ${y1}, ${x2 + bend} ${y2}, ${x2} ${y2}` };
    }
    const [x1, x2] = [from.x + from.width, to.x + to.width];
    const bend = Math.max(x1, x2) + 50;
    return { ...key, path: `M ${x1} ${y1} C ${bend} ${y1}, ${bend} ${y2}, ${x2} ${y2}` };
}
