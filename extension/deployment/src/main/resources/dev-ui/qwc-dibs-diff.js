import { DibsPage, html, css } from './dibs-page.js';
import 'qui-themed-code-block';

/** What differs between the database and the entities, table by table. */
export class QwcDibsDiff extends DibsPage {

    static styles = [DibsPage.shared, css`
        details.table { border: 1px solid var(--lumo-contrast-10pct); border-radius: var(--lumo-border-radius-m);
            margin: 0 0 8px; }
        details.table > summary { padding: 8px 12px; font-weight: 500; }
        details.change > summary { padding: 4px 12px 4px 28px; display: flex; flex-wrap: wrap; gap: 8px; align-items: baseline; }
        details.change > summary:hover { background: var(--lumo-contrast-5pct); }
        details.change .mark { width: 1ch; font-weight: bold; }
        details.change .kind { color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-s); }
        .more { padding: 4px 12px 12px 52px; }
        .source { margin-left: auto; }
        ul { margin: 4px 0; }
    `];

    static properties = { ...DibsPage.properties, _diff: { state: true }, _dismissed: { state: true } };

    constructor() {
        super();
        this._dismissed = [];
    }

    async load() {
        this._diff = await this.askDiff();
    }

    content() {
        const diff = this._diff;
        const questions = diff.renameQuestions.filter(question => !this._dismissed.includes(question.flag));
        return html`${this.chosenRenames()}
            ${questions.length ? this._questions(questions) : ''}
            ${diff.changes.length === 0 ? this.emptiness('The database is what the entities say',
                'Change an entity and save it: this page shows what the database would need.') : this._tables(diff)}
            ${this._list('Unmanaged', 'Only the database has these. dibs leaves them alone.', diff.unmanaged)}
            ${this._list('Not modelled', 'dibs does not know these kinds of objects and does not compare them.', diff.unmodelled)}
            ${this._list('Warnings', '', diff.warnings)}`;
    }

    _questions(questions) {
        return html`<div class="message warning"><h3>Renamed?</h3>
            <p>These look like renames. Without your answer the one is dropped and the other created.</p>
            ${questions.map(question => html`<div class="actions">
                <span>${question.kind} <code>${question.from}</code> is now <code>${question.to}</code></span>
                <vaadin-button theme="small" @click=${() => this.rename(`${question.from}=${question.to}`)}>
                    Renamed</vaadin-button>
                <vaadin-button theme="small tertiary" @click=${() => { this._dismissed = [...this._dismissed, question.flag]; }}>
                    Not renamed</vaadin-button></div>`)}</div>`;
    }

    _tables(diff) {
        const tables = new Map();
        this._asRead(diff.changes).forEach(change => tables.set(change.table, [...(tables.get(change.table) ?? []), change]));
        return [...tables].map(([table, changes]) => html`<details class="table" open>
            <summary><span class="mono">${table || 'Beside the tables'}</span>
                <span class="hint">${changes.length} ${changes.length === 1 ? 'change' : 'changes'}</span></summary>
            ${changes.map(change => this._change(change, diff.steps))}</details>`);
    }

    /** A new column and its default are one, as in the count above. */
    _asRead(changes) {
        const isNew = (change, kind) => change.kind === kind && change.sign === '+';
        const columns = new Set(changes.filter(change => isNew(change, 'column')).map(change => change.name));
        const defaults = new Map(changes.filter(change => isNew(change, 'default') && columns.has(change.name))
            .map(change => [change.name, change.description]));
        return changes.filter(change => !(isNew(change, 'default') && columns.has(change.name)))
            .map(change => isNew(change, 'column') && defaults.has(change.name)
                ? { ...change, description: `${change.description} default ${defaults.get(change.name)}` } : change);
    }

    _change(change, steps) {
        const step = change.sql ? steps.find(one => one.statements.join(';\n') === change.sql) : undefined;
        return html`<details class="change ${this.sign(change.sign)}">
            <summary><span class="mark mono ${this.sign(change.sign)}">${change.sign}</span>
                <span class="mono ${this.sign(change.sign)}">${change.name} ${change.description}</span>
                <span class="kind">${change.kind}</span>${this.hazards(change.hazards)}
                ${change.source ? html`<span class="source">${this.ideLink(change.source)}</span>` : ''}</summary>
            <div class="more">
                ${change.sql ? html`<qui-themed-code-block mode="sql" .content=${change.sql + ';'}></qui-themed-code-block>`
                    : html`<p class="hint">A part of a statement that makes other changes too. See SQL.</p>`}
                ${step ? html`<p class="hint">Step ${step.number} of ${steps.length}</p>
                    <ul>${step.reasons.map(reason => html`<li>${reason}</li>`)}</ul>` : ''}
                ${this.hazardTexts(change.hazards)}
            </div></details>`;
    }

    _list(title, hint, items) {
        return items.length === 0 ? '' : html`<h2>${title}</h2><p class="hint">${hint}</p>
            <ul>${items.map(item => html`<li class="mono">${item}</li>`)}</ul>`;
    }
}

customElements.define('qwc-dibs-diff', QwcDibsDiff);
