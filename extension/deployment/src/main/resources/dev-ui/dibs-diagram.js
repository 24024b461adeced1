import { LitElement, html, svg, css } from 'lit';
import { layout } from './dibs-layout.js';

const ZOOM = 1.2;
const SMALLEST = 0.1;
const LARGEST = 4;

/** Tables and the foreign keys between them as a picture: zoomed by wheel, keys or buttons, moved by dragging or arrows. */
export class DibsDiagram extends LitElement {

    static styles = css`
        :host { display: block; position: relative; }
        svg { width: 100%; height: 70vh; border: 1px solid var(--lumo-contrast-10pct); border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-contrast-5pct); cursor: grab; touch-action: none; }
        svg:focus-visible { outline: 2px solid var(--lumo-primary-color); }
        .box { fill: var(--lumo-base-color); stroke: var(--lumo-contrast-30pct); }
        .head { fill: var(--lumo-primary-color-10pct); }
        g.table { cursor: pointer; }
        g.table.chosen .box { stroke: var(--lumo-primary-color); stroke-width: 2; }
        text { font-family: var(--lumo-font-family-monospace, monospace); font-size: 12px; fill: var(--lumo-body-text-color); }
        text.name { font-weight: bold; }
        text.type { fill: var(--lumo-secondary-text-color); text-anchor: end; }
        path.key { fill: none; stroke: var(--lumo-contrast-50pct); }
        path.key.chosen { stroke: var(--lumo-primary-color); stroke-width: 2; }
        .zoom { position: absolute; top: 8px; right: 8px; display: flex; gap: 4px; }
    `;

    static properties = { tables: { type: Array }, _view: { state: true }, _chosen: { state: true } };

    constructor() {
        super();
        this.tables = [];
    }

    willUpdate(changed) {
        if (changed.has('tables')) {
            this._picture = layout(this.tables);
            this._fit();
        }
    }

    _fit() {
        this._view = { x: -20, y: -20, width: this._picture.width + 40, height: this._picture.height + 40 };
    }

    render() {
        const { x, y, width, height } = this._view;
        const { boxes, keys } = this._picture;
        return html`<svg tabindex="0" role="img" aria-label="${boxes.length} tables and ${keys.length} foreign keys"
                viewBox="${x} ${y} ${width} ${height}" @wheel=${this._onWheel} @pointerdown=${this._onDown}
                @pointermove=${this._onMove} @pointerup=${this._onUp} @keydown=${this._onKey}>
                ${keys.map(key => svg`<path class="key ${this._touches(key) ? 'chosen' : ''}" d=${key.path}><title>${key.title}</title></path>`)}
                ${boxes.map(box => this._box(box))}</svg>
            <div class="zoom"><vaadin-button theme="small icon" aria-label="Zoom in" @click=${() => this._zoom(1 / ZOOM)}>+</vaadin-button>
                <vaadin-button theme="small icon" aria-label="Zoom out" @click=${() => this._zoom(ZOOM)}>−</vaadin-button>
                <vaadin-button theme="small" @click=${this._fit}>Fit</vaadin-button></div>`;
    }

    _touches(key) {
        return this._chosen === key.from || this._chosen === key.to;
    }

    _box(box) {
        return svg`<g class="table ${this._chosen === box.name ? 'chosen' : ''}" transform="translate(${box.x} ${box.y})"
                @click=${() => this._choose(box.name)}><title>${box.title}</title>
            <rect class="box" width=${box.width} height=${box.height} rx="4"></rect>
            <rect class="head" width=${box.width} height=${box.head} rx="4"></rect>
            <text class="name" x="8" y="17">${box.name}</text>
            ${box.rows.map((row, index) => svg`<text x="8" y=${box.head + 15 + index * box.row}>${row.mark} ${row.name}</text>
                <text class="type" x=${box.width - 8} y=${box.head + 15 + index * box.row}>${row.type}</text>`)}</g>`;
    }

    _choose(name) {
        this._chosen = this._chosen === name ? undefined : name;
    }

    _zoom(by, at) {
        const view = this._view;
        const scale = view.width * by / (this._picture.width + 40);
        if (scale < 1 / LARGEST || scale > 1 / SMALLEST) {
            return;
        }
        const centre = at ?? { x: view.x + view.width / 2, y: view.y + view.height / 2 };
        this._view = { x: centre.x - (centre.x - view.x) * by, y: centre.y - (centre.y - view.y) * by,
            width: view.width * by, height: view.height * by };
    }

    _onWheel(event) {
        event.preventDefault();
        const picture = event.currentTarget;
        const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
        this._zoom(event.deltaY < 0 ? 1 / ZOOM : ZOOM, point);
    }

    _onDown(event) {
        this._drag = { x: event.clientX, y: event.clientY, view: this._view, scale: event.currentTarget.getScreenCTM().a };
    }

    _onMove(event) {
        if (this._drag && event.buttons) {
            const { x, y, view, scale } = this._drag;
            this._view = { ...view, x: view.x - (event.clientX - x) / scale, y: view.y - (event.clientY - y) / scale };
        }
    }

    _onUp() {
        this._drag = undefined;
    }

    _onKey(event) {
        const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
        if (move) {
            this._view = { ...this._view, x: this._view.x + move[0] * this._view.width / 10,
                y: this._view.y + move[1] * this._view.height / 10 };
        } else if (event.key === '+' || event.key === '=') {
            this._zoom(1 / ZOOM);
        } else if (event.key === '-') {
            this._zoom(ZOOM);
        } else if (event.key === '0') {
            this._fit();
        } else {
            return;
        }
        event.preventDefault();
    }
}

customElements.define('dibs-diagram', DibsDiagram);
