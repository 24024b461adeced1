package io.quarkiverse.dibs.schema;

/**
 * What {@code CREATE SEQUENCE} takes.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createsequence.html">CREATE SEQUENCE</a>
 */
public record SequenceOptions(SqlType dataType, long start, long increment, long min, long max, long cache, boolean cycle) {

    /**
     * The options of a sequence of the type ({@code smallint}, {@code integer} or {@code bigint}) about which nothing is said.
     */
    public static SequenceOptions defaults(SqlType dataType) {
        return new SequenceOptions(dataType, 1, 1, 1, maximumOf(dataType), 1, false);
    }

    /** The largest value of the type. */
    public static long maximumOf(SqlType dataType) {
        return switch (dataType.name()) {
            case "smallint" -> Short.MAX_VALUE;
            case "integer" -> Integer.MAX_VALUE;
            default -> Long.MAX_VALUE;
        };
    }

    /** The smallest value of the type. */
    public static long minimumOf(SqlType dataType) {
        return switch (dataType.name()) {
            case "smallint" -> Short.MIN_VALUE;
            case "integer" -> Integer.MIN_VALUE;
            default -> Long.MIN_VALUE;
        };
    }

    /**
     * These options as those of an identity column of the type, which bounds its numbers anyway: the sequence of a column
     * that came with {@code LIKE ... INCLUDING IDENTITY} is of another type than one that was created so. As they are where
     * the type does not hold the bounds.
     */
    public SequenceOptions within(SqlType columnType) {
        return min >= minimumOf(columnType) && max <= maximumOf(columnType)
                ? new SequenceOptions(columnType, start, increment, min, max, cache, cycle)
                : this;
    }

    /** These options after Postgres changed the type: a bound that was the old type's becomes the new one's. */
    public SequenceOptions withDataType(SqlType newType) {
        return new SequenceOptions(newType, start, increment, min == minimumOf(dataType) ? minimumOf(newType) : min,
                max == maximumOf(dataType) ? maximumOf(newType) : max, cache, cycle);
    }
}
