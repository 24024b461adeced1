import { QwcHotReloadElement, html, css } from 'qwc-hot-reload-element';
import { JsonRpc } from 'jsonrpc';
import { connectionState } from 'connection-state';
import { notifier } from 'notifier';
import '@vaadin/button';
import '@vaadin/icon';
import '@vaadin/progress-bar';
import '@qomponent/qui-badge';

const RENAMES = 'dibs-renames';
const RENAME_REFUSED = 'DIBS-0301';
const AGAIN_MILLIS = 2000;
const BEAT_MILLIS = 2000;
const SOON_MILLIS = 100;
const LATER_MILLIS = 5000;
const DEAF_MILLIS = 10000;

/** What all pages of dibs share: the state that is pushed to them, the bar on top, errors, keys and colours. */
export class DibsPage extends QwcHotReloadElement {

    static shared = css`
        :host { display: block; padding: 0 16px 32px; color: var(--lumo-body-text-color); }
        .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; padding: 8px 0 12px; }
        .bar .database { color: var(--lumo-secondary-text-color); margin-right: auto; overflow-wrap: anywhere; }
        .hint { color: var(--lumo-secondary-text-color); font-size: var(--lumo-font-size-s); }
        .message { border-left: 4px solid var(--lumo-contrast-30pct); background: var(--lumo-contrast-5pct);
            border-radius: var(--lumo-border-radius-m); padding: 12px 16px; margin: 0 0 12px; overflow-wrap: anywhere; }
        .message.error { border-color: var(--lumo-error-color); }
        .message.warning { border-color: var(--lumo-warning-color, #c27d00); }
        .message.success { border-color: var(--lumo-success-color); }
        .message h3 { margin: 0 0 4px; font-size: var(--lumo-font-size-m); }
        .message p { margin: 4px 0; }
        .message pre { white-space: pre-wrap; margin: 8px 0 0; }
        pre, code, .mono { font-family: var(--lumo-font-family-monospace, monospace); font-size: var(--lumo-font-size-s); }
        h2 { font-size: var(--lumo-font-size-l); margin: 20px 0 8px; }
        .created { color: var(--lumo-success-text-color); }
        .dropped { color: var(--lumo-error-text-color); }
        .altered { color: var(--lumo-primary-text-color); }
        .hazard { background: var(--lumo-error-color-10pct); color: var(--lumo-error-text-color);
            border-radius: var(--lumo-border-radius-s); padding: 0 6px; font-size: var(--lumo-font-size-xs); white-space: nowrap; }
        table { border-collapse: collapse; width: 100%; }
        th { text-align: left; font-weight: 500; color: var(--lumo-secondary-text-color); }
        th, td { padding: 6px 12px 6px 0; border-bottom: 1px solid var(--lumo-contrast-10pct); vertical-align: top; }
        summary { cursor: pointer; }
        summary:focus-visible, a:focus-visible, [tabindex]:focus-visible {
            outline: 2px solid var(--lumo-primary-color); outline-offset: 2px; }
        a, .link { color: var(--lumo-primary-text-color); cursor: pointer; text-decoration: none; background: none; border: 0;
            padding: 0; font: inherit; }
        .link.hint { color: var(--lumo-primary-text-color); font-size: var(--lumo-font-size-s); }
        a:hover, .link:hover { text-decoration: underline; }
        .empty { text-align: center; padding: 48px 16px; color: var(--lumo-secondary-text-color); }
        .empty vaadin-icon { width: 48px; height: 48px; color: var(--lumo-success-color); }
        .actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; margin: 12px 0; }
    `;

    static properties = {
        _state: { state: true },
        _problem: { state: true },
        _loading: { state: true },
    };

    jsonRpc = new JsonRpc(this);

    constructor() {
        super();
        this._loading = true;
        this._keys = event => this._onKey(event);
    }

    connectedCallback() {
        super.connectedCallback();
        window.addEventListener('keydown', this._keys);
        this._heart = setInterval(() => this._beat(), BEAT_MILLIS);
        this._listen();
    }

    disconnectedCallback() {
        window.removeEventListener('keydown', this._keys);
        clearInterval(this._heart);
        this._stream?.cancel();
        this._lookNoMore();
        super.disconnectedCallback();
    }

    /** Whoever connects while the application restarts is answered by the one that comes, sooner than who waits a second. */
    _connectionStateChange() {
        super._connectionStateChange();
        if (connectionState.current.name === 'disconnected') {
            setTimeout(() => JsonRpc.connect(), this._patience ?? SOON_MILLIS);
            this._patience = Math.min(2 * (this._patience ?? SOON_MILLIS), LATER_MILLIS);
        }
    }

    /** The connection is a new one after a reload of the application. */
    hotReload() {
        this._patience = SOON_MILLIS;
        this._shown = undefined;
        this._listen();
    }

    _listen() {
        this._stream?.cancel();
        this._stream = this.jsonRpc.states()?.onNext(message => this._onState(JSON.parse(message.result)));
    }

    /** What was asked for while the application restarted is lost with the connection: then it is asked for again. */
    async _beat() {
        const asked = this.jsonRpc.state();
        if (!asked) {
            // loaded from half an application, which did not say yet what can be asked
            window.location.reload();
            return;
        }
        if (this._unanswered && Date.now() - this._unanswered > DEAF_MILLIS) {
            // connected to an application that is gone: nothing will be answered over this connection
            this._unanswered = undefined;
            JsonRpc.webSocket.close();
            return;
        }
        this._unanswered ??= Date.now();
        const state = JSON.parse((await asked.finally(() => { this._unanswered = undefined; })).result);
        if (!state.watched) {
            this._listen();
        }
        this._onState(state);
    }

    _onState(state) {
        this._state = state;
        if (!state.looking && (this._shown !== state.number || this._isLost(state))) {
            this._shown = state.number;
            this.refresh();
        }
        if (state.problem?.category !== 'CONNECTION') {
            this._lookNoMore();
        } else if (!state.looking) {
            // the state comes as often as this fires: begun anew each time it would hardly ever do so
            this._again ??= setTimeout(() => {
                this._again = undefined;
                this.jsonRpc.look();
            }, AGAIN_MILLIS);
        }
    }

    _lookNoMore() {
        clearTimeout(this._again);
        this._again = undefined;
    }

    /** Whether nobody will answer what was asked last: an application that has ended since, or over a connection that has. */
    _isLost(state) {
        return this._asked && (this._asked.generation !== state.generation || this._asked.connection !== JsonRpc.webSocket);
    }

    /** Asks for what the page shows; a page says what that is. */
    async refresh() {
        const asked = { generation: this._state?.generation, connection: JsonRpc.webSocket };
        this._asked = asked;
        try {
            await this.load();
        } catch (error) {
            this._problem = { code: '', message: this._textOf(error) };
        }
        if (this._asked === asked) {
            this._asked = undefined;
        }
        this._loading = false;
    }

    /** The document that a call answers with; a problem becomes the page's problem, and then there is none. */
    async ask(call) {
        const answer = JSON.parse((await call).result);
        this._problem = answer.kind === 'problem' ? answer : undefined;
        return this._problem ? undefined : answer;
    }

    _textOf(error) {
        return error?.error?.message ?? error?.message ?? String(error);
    }

    render() {
        return html`${this._bar()}${this._sources()}${this._loading ? html`<vaadin-progress-bar indeterminate
            aria-label="Loading"></vaadin-progress-bar>` : this._problem ? this.problem(this._problem) : this.content()}`;
    }

    _bar() {
        const state = this._state;
        return html`<div class="bar">
            <span class="database mono">${state?.database}</span>
            ${state?.known ? html`
                ${this.count(state.changes, 'change', 'changes')}
                ${this.count(state.pending, 'pending migration', 'pending migrations')}
                ${this.count(state.hazards, 'hazard', 'hazards', 'error')}` : ''}
            <vaadin-button theme="small tertiary" title="Look again (r)" ?disabled=${state?.looking}
                @click=${() => this.jsonRpc.look()}>
                <vaadin-icon icon="font-awesome-solid:rotate" slot="prefix"></vaadin-icon>
                ${state?.looking ? 'Looking' : 'Look again'}</vaadin-button>
        </div>`;
    }

    count(number, one, many, level = 'warning') {
        return html`<qui-badge small level=${number === 0 ? 'success' : level}>
            <span>${number} ${number === 1 ? one : many}</span></qui-badge>`;
    }

    _sources() {
        return this._state?.sources ? html`<div class="message error" role="alert">
            <h3>The sources do not become an application</h3>
            <p>What is shown is from before. It goes on when they compile.</p><pre>${this._state.sources}</pre></div>` : '';
    }

    /** One clear error: what, where, what to do. */
    problem(problem) {
        const gone = problem.category === 'CONNECTION';
        return html`<div class="message error" role="alert">
            <h3>${gone ? 'The database does not answer' : problem.code}</h3>
            <p>${gone ? html`${problem.code}: ` : ''}${problem.message}</p>
            ${problem.location ? html`<p class="mono">at ${problem.location}</p>` : ''}
            ${problem.statement ? html`<pre>${problem.statement}</pre>` : ''}
            ${problem.hint ? html`<p>Hint: ${problem.hint}</p>` : ''}
            ${problem.remedy ? html`<p>${problem.remedy}</p>` : ''}
            ${gone ? html`<p class="hint">This page tries again by itself.</p>` : ''}
        </div>`;
    }

    emptiness(text, hint) {
        return html`<div class="empty"><vaadin-icon icon="font-awesome-solid:circle-check"></vaadin-icon>
            <p>${text}</p>${hint ? html`<p class="hint">${hint}</p>` : ''}</div>`;
    }

    hazards(hazards) {
        return hazards.map(hazard => html`<span class="hazard" title="${hazard.relation}: ${hazard.reason}">${hazard.name}</span> `);
    }

    hazardTexts(hazards) {
        return hazards.map(hazard => html`<p><span class="hazard">${hazard.name}</span> ${hazard.relation}: ${hazard.reason}
            ${hazard.lock ? html`<span class="hint">(lock: ${hazard.lock})</span>` : ''}
            ${hazard.safeWay ? html`<br><span class="hint">Safer: ${hazard.safeWay}</span>` : ''}</p>`);
    }

    // renames that the user has chosen are the same on all pages

    renames() {
        return JSON.parse(sessionStorage.getItem(RENAMES) ?? '[]');
    }

    rename(answer) {
        sessionStorage.setItem(RENAMES, JSON.stringify([...this.renames(), answer]));
        this.refresh();
    }

    /** A choice that fits the entities no longer is forgotten; one that cannot be looked at now is not. */
    async askDiff() {
        let answer = JSON.parse((await this.jsonRpc.diff({ renames: this.renamesText() })).result);
        if (answer.code === RENAME_REFUSED && this.renames().length > 0) {
            sessionStorage.removeItem(RENAMES);
            answer = JSON.parse((await this.jsonRpc.diff({ renames: '' })).result);
        }
        this._problem = answer.kind === 'problem' ? answer : undefined;
        return this._problem ? undefined : answer;
    }

    forgetRename(answer) {
        sessionStorage.setItem(RENAMES, JSON.stringify(this.renames().filter(kept => kept !== answer)));
        this.refresh();
    }

    renamesText() {
        return this.renames().join('\n');
    }

    chosenRenames() {
        const chosen = this.renames();
        return chosen.length === 0 ? '' : html`<p>Renamed by your choice:
            ${chosen.map(answer => html`<code>${answer}</code>
                <button class="link" @click=${() => this.forgetRename(answer)}>undo</button> `)}</p>`;
    }

    sign(mark) {
        return mark === '+' ? 'created' : mark === '-' ? 'dropped' : 'altered';
    }

    copy(text, what) {
        navigator.clipboard.writeText(text).then(() => notifier.showInfoMessage(`${what} copied`),
            () => notifier.showErrorMessage('The browser does not let this page copy'));
    }

    /** A link to where something stands in the source. */
    ideLink(source) {
        const short = source.line > 0 ? `${source.file.split('/').pop()}:${source.line}` : source.class.split('.').pop();
        const file = source.file || source.class.replaceAll('.', '/') + '.java';
        return html`<button class="link hint" title="Open in the IDE"
            @click=${event => { event.preventDefault(); this.openInIde(file, source.line || 1); }}>${short}</button>`;
    }

    async openInIde(file, line) {
        const wrong = (await this.jsonRpc.openInIde({ file, line: String(line) })).result;
        if (wrong) {
            notifier.showErrorMessage(wrong);
        }
    }

    // keys: r looks again, j and k go from line to line

    _onKey(event) {
        const within = event.composedPath()[0];
        if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(within?.tagName)
            || within?.isContentEditable) {
            return;
        }
        if (event.key === 'r') {
            this.jsonRpc.look();
        } else if (event.key === 'j' || event.key === 'k') {
            this._step(event.key === 'j' ? 1 : -1);
        } else if (!this.onKey(event.key)) {
            return;
        }
        event.preventDefault();
    }

    _step(by) {
        const lines = [...this.renderRoot.querySelectorAll('summary, [data-line]')].filter(line => line.offsetParent);
        const at = lines.indexOf(this.renderRoot.activeElement);
        lines[Math.max(0, Math.min(lines.length - 1, at + by))]?.focus();
    }

    /** Whether the page had a use for the key. */
    onKey() {
        return false;
    }
}

export { html, css, notifier };
