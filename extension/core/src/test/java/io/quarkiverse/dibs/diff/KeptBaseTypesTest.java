package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.BaseType;
import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Namespace;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Owner;
import io.quarkiverse.dibs.schema.Routine;
import io.quarkiverse.dibs.schema.Schema;

class KeptBaseTypesTest {

    private static final ObjectId TYPE = ObjectId.inSchema(ObjectKind.BASE_TYPE, "shop", "mine");
    private static final ObjectId IN = ObjectId.overloaded(ObjectKind.ROUTINE, "shop", "mine_in", "cstring");

    @Test
    void aTypeThatOnlyCascadeDropsStaysWithItsSchemaAndFunctionsAndIsNamed() {
        Diff diff = Differ.diff(defined("4"), Schema.EMPTY, DiffOptions.complete());

        assertThat(diff.changes()).isEmpty();
        assertThat(diff.unmodelled()).singleElement().asString().contains("only CASCADE").endsWith("mine");
    }

    @Test
    void aTypeThatIsToBeDefinedOtherwiseStaysAsItIs() {
        assertThat(Differ.diff(defined("4"), defined("8"), DiffOptions.complete()).changes()).isEmpty();
    }

    @Test
    void aShellTypeGoes() {
        Schema shell = Schema.builder().add(new Namespace(ObjectId.namespace("shop"))).add(new BaseType(TYPE)).build();

        assertThat(Differ.diff(shell, Schema.EMPTY, DiffOptions.complete()).changes()).hasSize(2);
    }

    private static Schema defined(String length) {
        ObjectId definition = BaseTypeDefinition.idOf(TYPE);
        return Schema.builder().add(new Namespace(ObjectId.namespace("shop"))).add(new BaseType(TYPE))
                .add(new BaseTypeDefinition(definition, new TreeMap<>(Map.of("INTERNALLENGTH", length))))
                .add(new Owner(Owner.idOf(TYPE), "somebody"))
                .add(new Routine(IN, false, "cstring", "shop.mine", "internal", new Expression("int4in")))
                .dependency(IN, TYPE).dependency(definition, IN).build();
    }
}
