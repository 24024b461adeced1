package io.quarkiverse.dibs.postgres.canonical;

import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.CheckConstraint;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.ColumnDefault;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * The form of texts where no server can be asked: usual defaults as {@link KnownForms} knows them, a check in parentheses,
 * everything else as it was written. May leave differences that are none; never hides one.
 */
final class BuiltInForm {

    private BuiltInForm() {
    }

    static Schema of(Intent intent, Questions questions) {
        Schema.Builder schema = questions.settled();
        for (ObjectId id : questions.open()) {
            intent.schema().find(id, ColumnDefault.class).ifPresent(columnDefault -> {
                Column column = intent.schema().find(id.parent(), Column.class).orElseThrow();
                KnownForms.defaultOf(columnDefault.expression().sql(), column.type(), questions.isEnum(column.type()))
                        .ifPresent(text -> schema.put(new ColumnDefault(id, new Expression(text))));
            });
            intent.schema().find(id, CheckConstraint.class).filter(check -> !check.expression().sql().startsWith("("))
                    .ifPresent(check -> schema.put(new CheckConstraint(id,
                            new Expression("(" + check.expression().sql() + ")"), check.noInherit(), check.validated(),
                            check.enforced())));
        }
        return schema.build();
    }
}
