import { DibsPage, html, css } from './dibs-page.js';
import './dibs-diagram.js';
import '@vaadin/text-field';

/** What the entities declare: tables with their documentation and provenance, as a list and as a diagram. */
export class QwcDibsSchema extends DibsPage {

    static styles = [DibsPage.shared, css`
        details { border: 1px solid var(--lumo-contrast-10pct); border-radius: var(--lumo-border-radius-m); margin: 0 0 8px; }
        details > summary { padding: 8px 12px; }
        .inner { padding: 0 12px 12px; }
        .documentation { color: var(--lumo-secondary-text-color); white-space: pre-line; }
        .name { font-weight: 500; }
        .choice { display: inline-flex; gap: 4px; }
    `];

    static properties = { ...DibsPage.properties, _schema: { state: true }, _filter: { state: true }, _asDiagram: { state: true } };

    constructor() {
        super();
        this._filter = '';
        this._asDiagram = false;
    }

    async load() {
        this._schema = await this.ask(this.jsonRpc.schema());
    }

    content() {
        if (this._schema.tables.length === 0) {
            return this.emptiness('There are no entities yet', 'Annotate a class with @Table.');
        }
        const tables = this._found();
        return html`<div class="actions">
                <vaadin-text-field placeholder="Filter (/)" clear-button-visible .value=${this._filter} aria-label="Filter"
                    @value-changed=${event => { this._filter = event.detail.value; }}>
                    <vaadin-icon icon="font-awesome-solid:filter" slot="prefix"></vaadin-icon></vaadin-text-field>
                <span class="choice" role="group" aria-label="Show as">
                    <vaadin-button theme=${this._asDiagram ? 'tertiary' : 'primary'} aria-pressed=${!this._asDiagram}
                        @click=${() => { this._asDiagram = false; }}>Tables</vaadin-button>
                    <vaadin-button theme=${this._asDiagram ? 'primary' : 'tertiary'} aria-pressed=${this._asDiagram}
                        @click=${() => { this._asDiagram = true; }}>Diagram (d)</vaadin-button></span>
                <span class="hint">${tables.length} of ${this._schema.tables.length} tables</span></div>
            ${this._schema.warnings.map(text => html`<p class="hint">${text}</p>`)}
            ${this._asDiagram ? html`<dibs-diagram .tables=${tables}></dibs-diagram>`
                : html`${tables.map(table => this._table(table))}${this._types()}`}`;
    }

    /** A table stays when its name or that of a column has the text. */
    _found() {
        const text = this._filter.trim().toLowerCase();
        if (this._foundFor !== text || this._foundIn !== this._schema) {
            this._foundFor = text;
            this._foundIn = this._schema;
            this._tables = this._schema.tables.filter(table => text === '' || this._name(table).toLowerCase().includes(text)
                || table.columns.some(column => column.name.toLowerCase().includes(text)));
        }
        return this._tables;
    }

    _name(table) {
        return table.schema === '' || table.schema === 'public' ? table.name : `${table.schema}.${table.name}`;
    }

    _table(table) {
        return html`<details ?open=${this._tables.length <= 3}><summary><span class="mono name">${this._name(table)}</span>
                <span class="hint">${table.columns.length} columns</span> ${this._source(table.source)}</summary>
            <div class="inner">
                ${table.documentation ? html`<p class="documentation">${table.documentation}</p>` : ''}
                ${this._provenance(table.provenance)}
                <table><thead><tr><th>Column</th><th>Type</th><th>Java</th><th></th></tr></thead>
                <tbody>${table.columns.map(column => html`<tr>
                    <td class="mono name">${column.name}</td>
                    <td><span class="mono">${column.type}</span>
                        ${column.properties.map(property => html`<div class="hint mono">${property}</div>`)}</td>
                    <td class="mono hint">${column.javaType?.split('.').pop()} ${this._source(column.source)}</td>
                    <td>${column.documentation ? html`<div class="documentation">${column.documentation}</div>` : ''}
                        ${this._provenance(column.provenance)}</td></tr>`)}</tbody></table>
                ${table.parts.length === 0 ? '' : html`<h2>Keys, indexes and more</h2>
                    <table><tbody>${table.parts.map(part => html`<tr><td>${part.kind}</td><td class="mono name">${part.name}</td>
                        <td class="mono">${part.definition}${this._provenance(part.provenance)}</td></tr>`)}</tbody></table>`}
            </div></details>`;
    }

    _source(source) {
        return source ? this.ideLink(source) : '';
    }

    _provenance(sentences) {
        return sentences.map(sentence => html`<div class="hint">${sentence}</div>`);
    }

    _types() {
        return this._schema.types.length === 0 || this._filter !== '' ? '' : html`<h2>Types</h2><table><tbody>
            ${this._schema.types.map(type => html`<tr><td class="mono name">${type.name}</td><td class="mono">${type.definition}</td>
            </tr>`)}</tbody></table>`;
    }

    onKey(key) {
        if (key === '/') {
            this.renderRoot.querySelector('vaadin-text-field')?.focus();
        } else if (key === 'd') {
            this._asDiagram = !this._asDiagram;
        } else {
            return false;
        }
        return true;
    }
}

customElements.define('qwc-dibs-schema', QwcDibsSchema);
