package io.quarkiverse.dibs.diff;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DomainConstraint;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.EnumType;
import io.quarkiverse.dibs.schema.RangeType;

/** Compares enums, composite types, ranges, domains and the checks of domains. */
final class TypeComparison {

    private TypeComparison() {
    }

    /** Labels can be added anywhere; none can go or move. */
    static Difference compare(EnumType from, EnumType to) {
        List<String> kept = to.labels().stream().filter(from.labels()::contains).toList();
        return new Verdict<>(from, to)
                .refuse(kept.size() < from.labels().size(), "a label of an enum cannot be removed")
                .refuse(!kept.equals(from.labels()), "the labels of an enum cannot be put in another order")
                .aspect(EnumType::labels, Aspect.ENUM_LABELS).difference();
    }

    /** An attribute that comes is always the last one. */
    static Difference compare(CompositeType from, CompositeType to) {
        List<String> after = to.attributes().stream().map(CompositeType.Attribute::name).toList();
        List<String> kept = from.attributes().stream().map(CompositeType.Attribute::name).filter(after::contains).toList();
        boolean reordered = !after.subList(0, Math.min(kept.size(), after.size())).equals(kept);
        return new Verdict<>(from, to)
                .refuse(reordered, "the attributes of a type cannot be put in another order")
                .aspect(CompositeType::attributes, Aspect.COMPOSITE_ATTRIBUTES).difference();
    }

    static Difference compare(BaseTypeDefinition from, BaseTypeDefinition to) {
        return new Verdict<>(from, to)
                .fixed(TypeComparison::fixed, "how the values of a base type are stored and read cannot be changed")
                .refuse(!from.options().getOrDefault("STORAGE", "").equals(to.options().getOrDefault("STORAGE", ""))
                        && to.options().getOrDefault("STORAGE", "").equals("plain"),
                        "the values of a base type that may be stored apart cannot be kept in place")
                .aspect(BaseTypeDefinition::options, Aspect.BASE_TYPE_OPTIONS).difference();
    }

    private static SortedMap<String, String> fixed(BaseTypeDefinition definition) {
        SortedMap<String, String> fixed = new TreeMap<>(definition.options());
        fixed.keySet().removeAll(BaseTypeDefinition.SETTABLE);
        return fixed;
    }

    static Difference compare(RangeType from, RangeType to) {
        return new Difference.Replaced("a range type cannot be altered");
    }

    static Difference compare(DomainType from, DomainType to) {
        return new Verdict<>(from, to)
                .fixed(DomainType::baseType, "the type under a domain cannot be changed")
                .fixed(DomainType::collation, "the collation of a domain cannot be changed")
                .aspect(DomainType::defaultValue, Aspect.DOMAIN_DEFAULT)
                .aspect(DomainType::notNull, Aspect.DOMAIN_NOT_NULL).difference();
    }

    static Difference compare(DomainConstraint from, DomainConstraint to) {
        return new Verdict<>(from, to)
                .fixed(DomainConstraint::expression, "the expression of a check cannot be changed")
                .aspectIf(to.validated(), DomainConstraint::validated, Aspect.DOMAIN_CONSTRAINT_VALIDATED,
                        "a validated check cannot become not valid")
                .difference();
    }
}
