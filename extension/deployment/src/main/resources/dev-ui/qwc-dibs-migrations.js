import { DibsPage, html, css } from './dibs-page.js';
import './dibs-gate.js';
import 'qui-themed-code-block';

const LINES_KEPT = 500;
const OUTSTANDING = ['PENDING', 'OUT_OF_ORDER', 'FAILED', 'IN_DOUBT'];

/** Where each migration stands, its source, and a run with its progress, its log and its error. */
export class QwcDibsMigrations extends DibsPage {

    static styles = [DibsPage.shared, css`
        .log { max-height: 24em; overflow: auto; background: var(--lumo-contrast-5pct); padding: 8px 12px; margin: 8px 0;
            border-radius: var(--lumo-border-radius-m); white-space: pre-wrap; overflow-wrap: anywhere; }
        .log .failed { color: var(--lumo-error-text-color); }
        .log .statement { color: var(--lumo-secondary-text-color); }
        .line { background: var(--lumo-error-color-10pct); display: block; }
        .excerpt span { display: block; }
        td.number { text-align: right; }
    `];

    static properties = { ...DibsPage.properties, _status: { state: true }, _source: { state: true }, _run: { state: true },
        _refused: { state: true } };

    constructor() {
        super();
        this._consent = '';
    }

    async load() {
        this._status = await this.ask(this.jsonRpc.status());
        this._follow();
    }

    disconnectedCallback() {
        this._events?.cancel();
        super.disconnectedCallback();
    }

    hotReload() {
        this._events?.cancel();
        this._events = undefined;
        super.hotReload();
    }

    _onState(state) {
        const began = state.running && !this._state?.running;
        super._onState(state);
        if (began) {
            this._follow();
        }
    }

    content() {
        const rows = this._status.status.migrations;
        const pending = rows.filter(row => OUTSTANDING.includes(row.state) && this._status.code[row.version]);
        const losses = pending.flatMap(row => this._status.code[row.version]?.deletes ?? []);
        return html`<div class="actions">
                <vaadin-button theme="primary" ?disabled=${pending.length === 0 || this._state?.running
                    || losses.length > 0 && !this._consent} @click=${this._migrate} title="Run (m)">
                    Run ${pending.length} pending</vaadin-button>
                ${this._state?.running ? html`<vaadin-button theme="error" @click=${() => this.jsonRpc.cancel()}>Roll back
                    </vaadin-button>` : ''}</div>
            ${losses.length ? html`<dibs-gate .losses=${losses} without="Otherwise it does not run."
                @consent=${event => { this._consent = event.detail; this.requestUpdate(); }}></dibs-gate>` : ''}
            ${this._refused ? this.problem(this._refused) : ''}
            ${this._run ? this._runView() : ''}
            ${rows.length === 0 ? this.emptiness('There are no migrations yet', 'The page Generate writes the first.')
                : this._table(rows)}`;
    }

    _table(rows) {
        return html`<table><thead><tr><th>Version</th><th>Name</th><th>State</th><th>Applied</th><th>Took</th><th>By</th>
            <th></th></tr></thead><tbody>${[...rows].reverse().map(row => this._row(row))}</tbody></table>`;
    }

    _row(row) {
        const code = this._status.code[row.version];
        const open = this._source?.version === row.version;
        return html`<tr><td class="mono">${row.version}</td><td>${row.name}
                ${code?.description ? html`<div class="hint">${code.description}</div>` : ''}
                ${row.note ? html`<div class="hint">${row.note}</div>` : ''}</td>
            <td><qui-badge small level=${this._level(row.state)}><span>${row.state.toLowerCase().replaceAll('_', ' ')}</span>
                </qui-badge></td>
            <td>${row.when ? new Date(row.when).toLocaleString() : ''}</td>
            <td class="number">${row.durationMillis === undefined ? '' : `${row.durationMillis} ms`}</td><td>${row.by}</td>
            <td>${code?.path ? html`<button class="link" data-line aria-expanded=${open} @click=${() => this._show(row, code)}>
                ${open ? 'hide' : 'source'}</button>` : ''}</td></tr>
            ${open ? html`<tr><td colspan="7"><div class="actions"><span class="mono hint">${code.file}</span>
                <vaadin-button theme="small tertiary" @click=${() => this.openInIde(code.path, code.line)}>Open in the IDE</vaadin-button>
                </div><qui-themed-code-block mode="java" .content=${this._source.text} showLineNumbers></qui-themed-code-block></td></tr>` : ''}`;
    }

    _level(state) {
        switch (state) {
            case 'APPLIED': case 'BASELINE': return 'success';
            case 'PENDING': case 'FUTURE': return 'contrast';
            case 'CHANGED': case 'OUT_OF_ORDER': return 'warning';
            default: return 'error';
        }
    }

    async _show(row, code) {
        if (this._source?.version === row.version) {
            this._source = undefined;
            return;
        }
        const source = await this.ask(this.jsonRpc.source({ file: code.file }));
        this._source = source && { version: row.version, text: source.text };
    }

    async _migrate() {
        this._refused = undefined;
        const answer = JSON.parse((await this.jsonRpc.migrate({ consent: this._consent })).result);
        this._consent = '';
        if (answer.kind === 'problem') {
            this._refused = answer;
        } else {
            this._events?.cancel();
            this._events = undefined;
            this._follow();
        }
    }

    /** A page that comes late, or after a reload, hears the run from its beginning. */
    _follow() {
        if (this._events && !this._state?.running) {
            return;
        }
        this._events?.cancel();
        this._run = undefined;
        const run = { lines: [], done: 0, total: 0 };
        this._events = this.jsonRpc.run().onNext(message => {
            this._onEvent(run, JSON.parse(message.result));
            this._run = { ...run };
        });
    }

    _onEvent(run, event) {
        if (event.kind === 'problem') {
            run.problem = event;
            return;
        }
        const line = (type, text) => run.lines = [...run.lines, { type, text }].slice(-LINES_KEPT);
        switch (event.event) {
            case 'waiting': line('log', `waiting for ${event.holder}`); break;
            case 'started':
                run.total = event.total;
                run.now = `${event.version} ${event.name}`;
                line('started', `${event.number}/${event.total} ${run.now}`);
                break;
            case 'statement':
                if (event.done) {
                    line('statement', `${event.sql.trim()}  (${event.durationMillis} ms)`);
                }
                break;
            case 'progress':
                run.progress = event;
                break;
            case 'log': line('log', event.message ?? event.text ?? ''); break;
            case 'finished':
                run.done++;
                run.progress = undefined;
                line('finished', `done in ${event.durationMillis} ms`);
                break;
            case 'failed':
                run.problem = event.problem;
                run.sourceLines = event.sourceLines;
                line('failed', event.problem.message);
                break;
            case 'summary': run.outcome = event.outcome; break;
        }
    }

    _runView() {
        const run = this._run;
        const share = run.total === 0 ? 0 : run.done / run.total;
        const over = run.outcome !== undefined || run.problem;
        return html`<section aria-live="polite"><h2>${over ? this._outcome(run) : `Running ${run.now ?? ''}`}</h2>
            ${over ? '' : html`<vaadin-progress-bar .value=${share} ?indeterminate=${run.total === 0}
                aria-label="Migrations"></vaadin-progress-bar>`}
            ${run.progress ? html`<p class="hint">${run.progress.label}
                ${run.progress.done ?? ''}${run.progress.total ? ` of ${run.progress.total}` : ''}</p>` : ''}
            ${run.problem ? this._failure(run) : ''}
            ${run.lines.length ? html`<div class="log mono" tabindex="0">${run.lines.map(line =>
                html`<div class=${line.type}>${line.text}</div>`)}</div>` : ''}</section>`;
    }

    _outcome(run) {
        return run.problem ? 'The run failed' : run.total === 0 ? 'Nothing was pending' : `${run.done} of ${run.total} applied`;
    }

    _failure(run) {
        const place = /^(.*\.java):(\d+)/.exec(run.problem.location ?? '');
        const code = place && Object.values(this._status.code).find(one => one.file === place[1]);
        return html`${this.problem(run.problem)}
            ${run.sourceLines?.length ? html`<pre class="excerpt">${run.sourceLines.map(text => html`<span>${text}</span>`)}</pre>` : ''}
            ${code?.path ? html`<vaadin-button theme="small" @click=${() => this.openInIde(code.path, Number(place[2]))}>
                Open ${place[1].split('/').pop()}:${place[2]} in the IDE</vaadin-button>` : ''}`;
    }

    onKey(key) {
        if (key === 'm') {
            this.renderRoot.querySelector('vaadin-button[theme=primary]:not([disabled])')?.click();
            return true;
        }
        return false;
    }
}

customElements.define('qwc-dibs-migrations', QwcDibsMigrations);
