package io.quarkiverse.dibs.sql;

import java.util.List;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.DomainType;
import io.quarkiverse.dibs.schema.ObjectId;

/** SQL for domains; their checks are written by {@link DomainConstraintSql}. */
final class DomainSql implements KindSql<DomainType> {

    @Override
    public List<String> create(DomainType domain, WriteContext context) {
        return List.of("CREATE DOMAIN " + Identifiers.qualify(domain.id()) + " AS " + domain.baseType()
                + domain.collation().map(collation -> " COLLATE " + collation).orElse("")
                + domain.defaultValue().map(value -> " DEFAULT " + value).orElse("")
                + (domain.notNull() ? " NOT NULL" : ""));
    }

    @Override
    public List<String> drop(DomainType domain, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(domain.id()));
    }

    @Override
    public List<String> rename(DomainType from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(DomainType from, DomainType to, Aspect aspect, WriteContext context) {
        String alter = ObjectNames.alter(to.id());
        return switch (aspect) {
            case DOMAIN_DEFAULT ->
                List.of(alter + to.defaultValue().map(value -> " SET DEFAULT " + value).orElse(" DROP DEFAULT"));
            case DOMAIN_NOT_NULL -> List.of(alter + (to.notNull() ? " SET NOT NULL" : " DROP NOT NULL"));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }
}
