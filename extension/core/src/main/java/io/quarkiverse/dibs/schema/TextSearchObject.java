package io.quarkiverse.dibs.schema;

import java.util.Collection;
import java.util.List;
import java.util.SortedMap;

/**
 * A text search parser, template, dictionary or configuration. {@code options} are those of its {@code CREATE} in upper case
 * (lower case for a dictionary's own); {@code mappings} are those of a configuration: token type to dictionaries.
 */
public record TextSearchObject(ObjectId id, SortedMap<String, String> options,
        SortedMap<String, String> mappings) implements DbObject {

    public TextSearchObject {
        options = Copies.of(options);
        mappings = Copies.of(mappings);
    }

    @Override
    public Collection<ObjectId> references() {
        return List.of();
    }

    @Override
    public TextSearchObject renamed(IdMap ids) {
        return new TextSearchObject(ids.map(id), options, mappings);
    }

    @Override
    public <R> R accept(DbObjectVisitor<R> visitor) {
        return visitor.visit(this);
    }
}
