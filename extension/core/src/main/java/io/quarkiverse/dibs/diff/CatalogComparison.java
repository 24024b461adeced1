package io.quarkiverse.dibs.diff;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.AccessMethod;
import io.quarkiverse.dibs.schema.Cast;
import io.quarkiverse.dibs.schema.Collation;
import io.quarkiverse.dibs.schema.Conversion;
import io.quarkiverse.dibs.schema.Extension;
import io.quarkiverse.dibs.schema.Language;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Operator;
import io.quarkiverse.dibs.schema.OperatorClass;
import io.quarkiverse.dibs.schema.OperatorFamily;
import io.quarkiverse.dibs.schema.TextSearchObject;
import io.quarkiverse.dibs.schema.Transform;

/** Compares extensions, collations, casts, operators with their classes and families, and text search objects. */
final class CatalogComparison {

    private static final Set<String> ESTIMATORS = Set.of("RESTRICT", "JOIN");

    private CatalogComparison() {
    }

    static Difference compare(Extension from, Extension to) {
        return new Verdict<>(from, to)
                .aspect(Extension::schema, Aspect.EXTENSION_SCHEMA)
                .aspect(Extension::version, Aspect.EXTENSION_VERSION).difference();
    }

    static Difference compare(Collation from, Collation to) {
        return new Difference.Replaced("a collation cannot be altered");
    }

    static Difference compare(Cast from, Cast to) {
        return new Difference.Replaced("a cast cannot be altered");
    }

    static Difference compare(Operator from, Operator to) {
        return new Verdict<>(from, to)
                .fixed(CatalogComparison::withoutEstimators, "the definition of an operator cannot be changed")
                .aspect(Operator::options, Aspect.OPERATOR_ESTIMATORS).difference();
    }

    static Difference compare(OperatorFamily from, OperatorFamily to) {
        return new Verdict<>(from, to)
                .fixed(OperatorFamily::method, "the index method of an operator family cannot be changed")
                .refuse(!to.members().containsAll(from.members()), "a member of an operator family goes away")
                .aspect(OperatorFamily::members, Aspect.OPERATOR_FAMILY_MEMBERS).difference();
    }

    static Difference compare(OperatorClass from, OperatorClass to) {
        return new Difference.Replaced("an operator class cannot be altered");
    }

    /** A dictionary's own options can be altered, and what a configuration does with each kind of token. */
    static Difference compare(TextSearchObject from, TextSearchObject to) {
        boolean dictionary = from.id().kind() == ObjectKind.TEXT_SEARCH_DICTIONARY;
        return new Verdict<>(from, to)
                .fixed(object -> object.options().getOrDefault("TEMPLATE", ""), "the template cannot be changed")
                .aspectIf(dictionary, TextSearchObject::options, Aspect.TEXT_SEARCH_OPTIONS,
                        "the definition cannot be changed")
                .aspect(TextSearchObject::mappings, Aspect.TEXT_SEARCH_MAPPINGS).difference();
    }

    private static SortedMap<String, String> withoutEstimators(Operator operator) {
        SortedMap<String, String> options = new TreeMap<>(operator.options());
        options.keySet().removeAll(ESTIMATORS);
        return options;
    }

    static Difference compare(Language from, Language to) {
        return new Verdict<>(from, to).aspect(true, Aspect.LANGUAGE_DEFINITION).difference();
    }

    static Difference compare(Transform from, Transform to) {
        return new Verdict<>(from, to).aspect(true, Aspect.TRANSFORM_FUNCTIONS).difference();
    }

    static Difference compare(AccessMethod from, AccessMethod to) {
        return new Difference.Replaced("an access method cannot be altered");
    }

    static Difference compare(Conversion from, Conversion to) {
        return new Difference.Replaced("what a conversion does cannot be altered");
    }
}
