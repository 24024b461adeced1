CREATE TABLE IF NOT EXISTS {migrations} (
    rank bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    version text NOT NULL UNIQUE,
    name text NOT NULL,
    checksum text NOT NULL,
    state text NOT NULL,
    transactional boolean NOT NULL,
    applied_statements integer NOT NULL DEFAULT 0,
    total integer,
    statements_digest text NOT NULL DEFAULT '',
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    duration_ms bigint,
    run_id uuid NOT NULL,
    dibs_version text NOT NULL,
    app_version text NOT NULL,
    db_user text NOT NULL DEFAULT current_user,
    txid bigint,
    start_xid bigint NOT NULL,
    statement_xid bigint NOT NULL,
    intent_digest text,
    error text
);
-- an older dibs knew fewer columns and states
ALTER TABLE {migrations} ADD COLUMN IF NOT EXISTS intent_digest text;
ALTER TABLE {migrations} DROP CONSTRAINT IF EXISTS __dibs_migrations_state_check;
ALTER TABLE {migrations} ADD CONSTRAINT __dibs_migrations_state_check
    CHECK (state IN ('running', 'applied', 'failed', 'baseline'));
COMMENT ON TABLE {migrations} IS 'Migrations that dibs has applied or begun';
CREATE TABLE IF NOT EXISTS {log} (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    written_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    action text NOT NULL,
    version text NOT NULL,
    name text NOT NULL,
    checksum text NOT NULL,
    started_at timestamptz NOT NULL,
    duration_ms bigint,
    run_id uuid NOT NULL,
    dibs_version text NOT NULL,
    app_version text NOT NULL,
    db_user text NOT NULL,
    note text
);
COMMENT ON TABLE {log} IS 'Everything that was ever written into the history of migrations, in its order';
INSERT INTO {log} (written_at, action, version, name, checksum, started_at, duration_ms, run_id, dibs_version, app_version,
    db_user, note)
SELECT coalesce(finished_at, started_at), state, version, name, checksum, started_at, duration_ms, run_id, dibs_version,
    app_version, db_user, error
FROM {migrations} WHERE NOT EXISTS (SELECT FROM {log}) ORDER BY rank;
CREATE TABLE IF NOT EXISTS {tables} (
    table_schema text NOT NULL,
    table_name text NOT NULL,
    table_oid oid NOT NULL,
    definition text NOT NULL,
    created_by text,
    changed_by text NOT NULL,
    class_name text,
    source_file text,
    source_line integer,
    source_column integer,
    javadoc text,
    PRIMARY KEY (table_schema, table_name) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE {tables} IS 'Which migration created and last changed each table, and where it is declared';
CREATE TABLE IF NOT EXISTS {columns} (
    table_schema text NOT NULL,
    table_name text NOT NULL,
    column_name text NOT NULL,
    table_oid oid NOT NULL,
    column_number smallint NOT NULL,
    sql_type text NOT NULL,
    definition text NOT NULL,
    created_by text,
    changed_by text NOT NULL,
    class_name text,
    member text,
    java_type text,
    source_file text,
    source_line integer,
    source_column integer,
    javadoc text,
    PRIMARY KEY (table_schema, table_name, column_name) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE {columns} IS 'Which migration created and last changed each column, and where it is declared';
CREATE TABLE IF NOT EXISTS {indices} (
    table_schema text NOT NULL,
    table_name text NOT NULL,
    index_name text NOT NULL,
    table_oid oid NOT NULL,
    definition text NOT NULL,
    created_by text,
    changed_by text NOT NULL,
    class_name text,
    member text,
    source_file text,
    source_line integer,
    source_column integer,
    PRIMARY KEY (table_schema, index_name) DEFERRABLE INITIALLY DEFERRED
);
COMMENT ON TABLE {indices} IS 'Which migration created and last changed each index, and where it is declared';
CREATE TABLE IF NOT EXISTS {backfills} (
    version text NOT NULL,
    name text NOT NULL,
    table_name text NOT NULL,
    key_columns text[] NOT NULL,
    statement_digest text NOT NULL,
    checkpoint text[],
    batches bigint NOT NULL DEFAULT 0,
    rows_seen bigint NOT NULL DEFAULT 0,
    rows_changed bigint NOT NULL DEFAULT 0,
    run_id uuid NOT NULL,
    started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at timestamptz,
    PRIMARY KEY (version, name)
);
COMMENT ON TABLE {backfills} IS 'How far each backfill of a migration came';
