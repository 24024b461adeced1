import { DibsPage, html, css, notifier } from './dibs-page.js';
import './dibs-gate.js';
import 'qui-themed-code-block';
import '@vaadin/text-field';

/** The migration that makes the difference go away: its name, its Java, and writing it into the source tree. */
export class QwcDibsGenerate extends DibsPage {

    static styles = [DibsPage.shared, css`
        vaadin-text-field { width: 24em; max-width: 100%; }
        .file { overflow-wrap: anywhere; }
    `];

    static properties = { ...DibsPage.properties, _generated: { state: true }, _losses: { state: true }, _name: { state: true },
        _written: { state: true }, _writing: { state: true }, _refused: { state: true } };

    constructor() {
        super();
        this._losses = [];
        this._consent = '';
    }

    async load() {
        const diff = await this.askDiff();
        if (!diff) {
            return;
        }
        this._inSync = diff.inSync;
        this._losses = diff.steps.flatMap(step => step.hazards.filter(hazard => hazard.name === 'deletes-data')
            .map(hazard => `${hazard.relation}: ${hazard.reason}`));
        if (!this._edited) {
            this._name = this._state?.suggestedName ?? 'change-schema';
        }
        await this._preview();
    }

    /**
     * What is refused here is no error of the page: it says what to do first. What was shown stays until the answer is there: the
     * press on Write that takes the focus from the name would otherwise find its button disabled.
     */
    async _preview() {
        const asked = this._previewed = {};
        const answer = this._inSync ? undefined : JSON.parse((await this.jsonRpc.generate({ name: this._name,
            renames: this.renamesText(), allow: this._consent })).result);
        if (asked === this._previewed) {
            this._refused = answer?.kind === 'problem' ? answer : undefined;
            this._generated = this._refused ? undefined : answer;
        }
    }

    content() {
        return html`${this._written ? this._done() : ''}
            ${this._inSync ? this.emptiness('There is nothing to generate', 'The database is what the entities say.')
                : this._form()}`;
    }

    _done() {
        return html`<div class="message success" role="status"><h3>Written</h3>
            ${this._written.map(file => html`<p class="mono file">${file}
                ${this.ide(file, 1)}</p>`)}
            <p>It is pending now: run it on the page Migrations.</p></div>`;
    }

    ide(file, line) {
        return html`<vaadin-button theme="small tertiary" @click=${() => this.openInIde(file, line)}>
            <vaadin-icon icon="font-awesome-solid:up-right-from-square" slot="prefix"></vaadin-icon>Open in the IDE</vaadin-button>`;
    }

    _form() {
        const generated = this._generated;
        return html`${this.chosenRenames()}
            <div class="actions"><vaadin-text-field label="What it does" .value=${this._name ?? ''} autofocus
                    helper-text="Becomes a part of the name of the class" @change=${this._onName}
                    @keydown=${event => event.key === 'Enter' && this._onName(event)}></vaadin-text-field>
                <vaadin-button theme="primary" ?disabled=${!generated || this._writing} @click=${this._write}>
                    ${this._writing ? 'Writing' : 'Write'}</vaadin-button></div>
            ${this._losses.length ? html`<dibs-gate .losses=${this._losses}
                without="Otherwise these steps are left out." @consent=${this._onConsent}></dibs-gate>` : ''}
            ${this._refused ? this.problem(this._refused) : ''}
            ${generated?.generate.withheld.length ? html`<div class="message warning"><h3>Left out</h3>
                ${generated.generate.withheld.map(text => html`<p>${text}</p>`)}</div>` : ''}
            ${generated?.generate.migrations.map((migration, index) => html`
                <h2 class="mono">${migration.fileName}</h2><p class="hint file">${generated.targets[index]}</p>
                <qui-themed-code-block mode="java" .content=${migration.source}></qui-themed-code-block>`)}`;
    }

    async _onName(event) {
        const name = event.target.value.trim();
        if (name && name !== this._name) {
            this._name = name;
            this._edited = true;
            await this._preview();
        }
    }

    async _onConsent(event) {
        if (event.detail !== this._consent) {
            this._consent = event.detail;
            await this._preview();
        }
    }

    async _write() {
        this._writing = true;
        try {
            const answer = JSON.parse((await this.jsonRpc.write({ name: this._name, renames: this.renamesText(),
                allow: this._consent, version: this._generated.generate.migrations[0].version })).result);
            if (answer.kind === 'problem') {
                this._refused = answer;
            } else {
                this._written = answer.files;
                this._edited = false;
                notifier.showSuccessMessage(`${answer.files.length === 1 ? 'The migration is' : 'The migrations are'} written`);
            }
        } catch (error) {
            notifier.showErrorMessage(this._textOf(error));
        } finally {
            this._writing = false;
        }
    }
}

customElements.define('qwc-dibs-generate', QwcDibsGenerate);
