package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A column of a table. {@code position} only orders the columns of a new table; it is never compared. {@code inherited} says
 * that the column comes from a parent table only. Collation, storage, compression and statistics target are absent when they
 * are the type's or the server's default. {@code notNullConstraint} is absent where it does not matter: for a nullable column,
 * for entities, and before Postgres 18.
 */
public record Column(ObjectId id, int position, SqlType type, Optional<String> collation, boolean notNull,
        Optional<Identity> identity,
        Optional<Generated> generated, Optional<String> storage, Optional<String> compression, OptionalInt statisticsTarget,
        SortedMap<String, String> options, SortedMap<String, String> foreignOptions, boolean inherited,
        Optional<NotNull> notNullConstraint) implements DbObject {

    public Column {
        options = Copies.of(options);
        foreignOptions = Copies.of(foreignOptions);
        notNullConstraint = notNull ? notNullConstraint : Optional.empty();
    }

    /** A column of which it does not matter how its NOT NULL is kept. */
    public Column(ObjectId id, int position, SqlType type, Optional<String> collation, boolean notNull,
            Optional<Identity> identity, Optional<Generated> generated, Optional<String> storage,
            Optional<String> compression, OptionalInt statisticsTarget, SortedMap<String, String> options,
            SortedMap<String, String> foreignOptions, boolean inherited) {
        this(id, position, type, collation, notNull, identity, generated, storage, compression, statisticsTarget, options,
                foreignOptions, inherited, Optional.empty());
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public Column renamed(IdMap ids) {
        ObjectId renamed = ids.map(id);
        return new Column(renamed, position, type, collation, notNull, identity, generated, storage, compression,
                statisticsTarget, options, foreignOptions, inherited,
                notNullConstraint.map(constraint -> constraint.moved(id, renamed)));
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }

    /** A column with a type and nothing else said. */
    public static Column of(ObjectId id, int position, SqlType type, boolean notNull) {
        return new Column(id, position, type, Optional.empty(), notNull, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), OptionalInt.empty(), new TreeMap<>(), new TreeMap<>(), false);
    }

    public Column withType(SqlType newType) {
        return new Column(id, position, newType, collation, notNull, identity, generated, storage, compression,
                statisticsTarget, options, foreignOptions, inherited, notNullConstraint);
    }

    public Column withCollation(Optional<String> newCollation) {
        return new Column(id, position, type, newCollation, notNull, identity, generated, storage, compression,
                statisticsTarget, options, foreignOptions, inherited, notNullConstraint);
    }

    public Column withNotNull(boolean newNotNull) {
        return new Column(id, position, type, collation, newNotNull, identity, generated, storage, compression,
                statisticsTarget, options, foreignOptions, inherited, notNullConstraint);
    }

    /** What is granted and said about the sequence behind an identity has this parent, which is no object of its own. */
    public static ObjectId idOfSequence(ObjectId column, String sequence) {
        return ObjectId.part(ObjectKind.SEQUENCE, column, sequence);
    }

    /** The same for this column, when its identity's sequence has a name that matters. */
    public Optional<ObjectId> identitySequence() {
        return identity.flatMap(Identity::sequence).map(sequence -> idOfSequence(id, sequence));
    }

    public Column withIdentity(Optional<Identity> newIdentity) {
        return new Column(id, position, type, collation, notNull, newIdentity, generated, storage, compression,
                statisticsTarget, options, foreignOptions, inherited, notNullConstraint);
    }

    public Column withGenerated(Optional<Generated> newGenerated) {
        return new Column(id, position, type, collation, notNull, identity, newGenerated, storage, compression,
                statisticsTarget, options, foreignOptions, inherited, notNullConstraint);
    }

    public Column withNotNullConstraint(Optional<NotNull> newNotNullConstraint) {
        return new Column(id, position, type, collation, notNull, identity, generated, storage, compression,
                statisticsTarget, options, foreignOptions, inherited, newNotNullConstraint);
    }

    /** Whether no row has a null in it: NOT NULL, and not only for the rows to come. */
    public boolean hasNoNulls() {
        return notNull && notNullConstraint.filter(constraint -> !constraint.validated()).isEmpty();
    }

    /** Whether NOT NULL holds for the columns of child tables too. */
    public boolean handsNotNullDown() {
        return notNull && notNullConstraint.filter(NotNull::noInherit).isEmpty();
    }

    /**
     * {@code GENERATED { ALWAYS | BY DEFAULT } AS IDENTITY}.
     *
     * @param sequence the name of the sequence behind it, which lives in the table's schema; empty when it does not matter
     * @param boundsStay whether the sequence is of another type than the column, as one that came with {@code LIKE} is: its
     *        bounds do not follow the column's type; never compared
     */
    public record Identity(boolean always, SequenceOptions options, Optional<String> sequence, boolean boundsStay) {

        public Identity(boolean always, SequenceOptions options, Optional<String> sequence) {
            this(always, options, sequence, false);
        }

        public Identity(boolean always, SequenceOptions options) {
            this(always, options, Optional.empty());
        }

        /** What the options are after Postgres gave the column this type, without a word about its sequence. */
        public SequenceOptions optionsAs(SqlType type) {
            return boundsStay
                    ? new SequenceOptions(type, options.start(), options.increment(), options.min(), options.max(),
                            options.cache(), options.cycle())
                    : options.withDataType(type);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Identity that && always == that.always && options.equals(that.options)
                    && sequence.equals(that.sequence);
        }

        @Override
        public int hashCode() {
            return Objects.hash(always, options, sequence);
        }

        /** Without what is never compared, as the print of a schema is made of it. */
        @Override
        public String toString() {
            return "Identity[always=" + always + ", options=" + options + ", sequence=" + sequence + "]";
        }

        /** Whether the other's sequence has a name that this one must not keep. */
        public boolean isNamedUnlike(Identity other) {
            return sequence.isPresent() && other.sequence.isPresent() && !sequence.equals(other.sequence);
        }
    }

    /** {@code GENERATED ALWAYS AS (expression)}, stored or (Postgres 18) virtual. */
    public record Generated(Expression expression, boolean stored) {
    }

    /**
     * Spelled out, like {@link #hashCode}: what a record has instead is slow until it is compiled, and a diff asks each object.
     */
    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof Column that && id.equals(that.id) && position == that.position && notNull == that.notNull
                        && inherited == that.inherited && type.equals(that.type) && collation.equals(that.collation)
                        && identity.equals(that.identity) && generated.equals(that.generated) && storage.equals(that.storage)
                        && compression.equals(that.compression) && statisticsTarget.equals(that.statisticsTarget)
                        && options.equals(that.options) && foreignOptions.equals(that.foreignOptions)
                        && notNullConstraint.equals(that.notNullConstraint);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
