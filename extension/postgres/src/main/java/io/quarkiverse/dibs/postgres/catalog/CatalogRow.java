package io.quarkiverse.dibs.postgres.catalog;

import io.vertx.sqlclient.Row;

/** One row of an answer. Each value is null where it is NULL. */
final class CatalogRow {

    private final Answer answer;
    private final Row row;

    CatalogRow(Answer answer, Row row) {
        this.answer = answer;
        this.row = row;
    }

    String getString(String column) {
        return row.getString(answer.position(column));
    }

    String getString(int position) {
        return row.getString(position);
    }

    Long getLong(String column) {
        return row.getLong(answer.position(column));
    }

    Long getLong(int position) {
        return row.getLong(position);
    }

    Integer getInteger(String column) {
        return row.getInteger(answer.position(column));
    }

    Integer getInteger(int position) {
        return row.getInteger(position);
    }

    Short getShort(String column) {
        return row.getShort(answer.position(column));
    }

    Short getShort(int position) {
        return row.getShort(position);
    }

    Boolean getBoolean(String column) {
        return row.getBoolean(answer.position(column));
    }

    Boolean getBoolean(int position) {
        return row.getBoolean(position);
    }

    Object getValue(String column) {
        return row.getValue(answer.position(column));
    }

    Object getValue(int position) {
        return row.getValue(position);
    }

    String[] getArrayOfStrings(String column) {
        return row.getArrayOfStrings(answer.position(column));
    }

    String[] getArrayOfStrings(int position) {
        return row.getArrayOfStrings(position);
    }

    Short[] getArrayOfShorts(String column) {
        return row.getArrayOfShorts(answer.position(column));
    }

    Short[] getArrayOfShorts(int position) {
        return row.getArrayOfShorts(position);
    }

    Long[] getArrayOfLongs(String column) {
        return row.getArrayOfLongs(answer.position(column));
    }

    Long[] getArrayOfLongs(int position) {
        return row.getArrayOfLongs(position);
    }
}
