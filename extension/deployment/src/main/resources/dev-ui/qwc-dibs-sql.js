import { DibsPage, html, css } from './dibs-page.js';
import 'qui-themed-code-block';

/** The plan: every step in its order, with its reasons and hazards. */
export class QwcDibsSql extends DibsPage {

    static styles = [DibsPage.shared, css`
        ol { list-style: none; margin: 0; padding: 0; }
        li.step { display: grid; grid-template-columns: 3em 1fr; border-bottom: 1px solid var(--lumo-contrast-10pct);
            padding: 8px 0; }
        li.step:focus-visible { outline-offset: 0; }
        .number { color: var(--lumo-secondary-text-color); text-align: right; padding-right: 12px; }
        .segment { color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-s); }
        .reasons { margin: 4px 0 0; color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-s); }
    `];

    static properties = { ...DibsPage.properties, _diff: { state: true } };

    async load() {
        this._diff = await this.askDiff();
    }

    content() {
        const steps = this._diff.steps;
        if (steps.length === 0) {
            return this.emptiness('No SQL is needed', 'The database is what the entities say.');
        }
        return html`<div class="actions"><vaadin-button theme="small" @click=${() => this.copy(this._script(), 'SQL')}>
                <vaadin-icon icon="font-awesome-solid:copy" slot="prefix"></vaadin-icon>Copy all (c)</vaadin-button>
                <span class="hint">${steps.length} ${steps.length === 1 ? 'step' : 'steps'}, in the order in which they run</span></div>
            ${this.chosenRenames()}
            <ol>${steps.map(step => html`<li class="step" tabindex="0" data-line>
                <span class="number mono">${step.number}</span><div>
                    <qui-themed-code-block mode="sql" .content=${this._text(step)}></qui-themed-code-block>
                    ${step.segment === 'TRANSACTION' ? '' : html`<span class="segment">${this._segment(step.segment)}</span>`}
                    ${step.reasons.map(reason => html`<p class="reasons">${reason}</p>`)}
                    ${this.hazardTexts(step.hazards)}</div></li>`)}</ol>`;
    }

    _segment(segment) {
        return segment === 'NO_TRANSACTION' ? 'outside a transaction, alone' : 'the transaction ends after it';
    }

    _text(step) {
        return step.statements.map(statement => statement + ';').join('\n');
    }

    _script() {
        return this._diff.steps.map(step => this._text(step)).join('\n\n') + '\n';
    }

    onKey(key) {
        if (key === 'c' && this._diff?.steps.length > 0) {
            this.copy(this._script(), 'SQL');
            return true;
        }
        return false;
    }
}

customElements.define('qwc-dibs-sql', QwcDibsSql);
