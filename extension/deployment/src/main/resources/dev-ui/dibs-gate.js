import { LitElement, html, css } from 'lit';
import '@vaadin/text-field';

const WORD = 'deletes-data';

/** The gate before what deletes data: says what is lost, and opens when the word is typed by hand. Fires `consent`. */
export class DibsGate extends LitElement {

    static styles = css`
        :host { display: block; border: 1px solid var(--lumo-error-color); border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-error-color-10pct); padding: 12px 16px; margin: 12px 0; }
        h3 { margin: 0 0 4px; font-size: var(--lumo-font-size-m); color: var(--lumo-error-text-color); }
        ul { margin: 4px 0 8px; }
        code { font-family: var(--lumo-font-family-monospace, monospace); }
        vaadin-text-field { width: 20em; max-width: 100%; }
    `;

    static properties = { losses: { type: Array }, without: {}, _typed: { state: true } };

    constructor() {
        super();
        this.losses = [];
        this.without = '';
        this._typed = '';
    }

    render() {
        return html`<h3>Data would be lost</h3>
            <ul>${this.losses.map(loss => html`<li>${loss}</li>`)}</ul>
            <vaadin-text-field label="Type ${WORD} to agree" autocomplete="off" .value=${this._typed}
                helper-text=${this._typed === WORD ? 'Agreed.' : this.without}
                @paste=${event => event.preventDefault()} @value-changed=${this._onTyped}></vaadin-text-field>`;
    }

    _onTyped(event) {
        this._typed = event.detail.value;
        this.dispatchEvent(new CustomEvent('consent', { detail: this._typed === WORD ? WORD : '' }));
    }
}

customElements.define('dibs-gate', DibsGate);
