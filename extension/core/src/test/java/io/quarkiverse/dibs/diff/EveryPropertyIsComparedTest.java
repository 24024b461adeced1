package io.quarkiverse.dibs.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.quarkiverse.dibs.schema.BaseTypeDefinition;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.CompositeType;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.Index;
import io.quarkiverse.dibs.schema.NotNull;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.SequenceOptions;
import io.quarkiverse.dibs.schema.SqlType;
import io.quarkiverse.dibs.schema.View;
import io.quarkiverse.dibs.sql.Samples;

/**
 * Changes one property of each kind at a time: none may go unseen but those that are listed here with a reason. So a property
 * that is added to a record cannot be forgotten.
 */
class EveryPropertyIsComparedTest {

    private static final Set<String> NOT_COMPARED = Set.of(
            // orders the columns of a new table only
            "Column.position",
            // a matter of the table and its parents together (RemadeInheritances, Unreachable)
            "Column.inherited",
            // where one side does not know it, it does not matter (ComparisonTest)
            "Column.notNullConstraint",
            // nobody can begin to detach a partition and stop there
            "Partition.detaching",
            // what it hangs on, not what it says
            "PartitionTrigger.over",
            // what the server would say by itself
            "Comment.initial",
            // a matter of all parents together (RemadeInheritances)
            "Inheritance.ordinal");

    @Test
    void everyPropertyOfEveryKindIsCompared() throws ReflectiveOperationException {
        Map<Class<?>, DbObject> samples = new LinkedHashMap<>();
        Samples.all().stream().flatMap(Collection::stream).forEach(object -> samples.putIfAbsent(object.getClass(), object));
        // has no sample that could be created by itself
        samples.put(BaseTypeDefinition.class, new BaseTypeDefinition(
                BaseTypeDefinition.idOf(ObjectId.inSchema(ObjectKind.BASE_TYPE, "shop", "shell")), new TreeMap<>()));
        Set<String> unseen = new TreeSet<>();
        int tried = 0;
        for (DbObject from : samples.values()) {
            for (RecordComponent component : from.getClass().getRecordComponents()) {
                if (!component.getName().equals("id")) {
                    tried++;
                    DbObject to = changed(from, component);
                    assertThat(to).isNotEqualTo(from);
                    if (Comparison.compare(from, to) instanceof Difference.Same) {
                        unseen.add(from.getClass().getSimpleName() + "." + component.getName());
                    }
                }
            }
        }
        assertThat(samples).hasSize(DbObject.class.getPermittedSubclasses().length);
        assertThat(tried).isGreaterThan(150);
        assertThat(unseen).containsExactlyInAnyOrderElementsOf(NOT_COMPARED);
    }

    private static DbObject changed(DbObject object, RecordComponent changed) throws ReflectiveOperationException {
        RecordComponent[] components = object.getClass().getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Object value = components[i].getAccessor().invoke(object);
            arguments[i] = components[i].getName().equals(changed.getName()) ? other(value, changed.getGenericType()) : value;
        }
        Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        return (DbObject) object.getClass().getDeclaredConstructor(types).newInstance(arguments);
    }

    private static Object other(Object value, Type type) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? Optional.empty() : Optional.of(sample(argument(type)));
        } else if (value instanceof OptionalInt optional) {
            return optional.isPresent() ? OptionalInt.empty() : OptionalInt.of(7);
        } else if (value instanceof Boolean flag) {
            return !flag;
        } else if (value instanceof Integer number) {
            return number + 1;
        } else if (value instanceof SortedSet<?>) {
            return new TreeSet<>(Set.of("another"));
        } else if (value instanceof SortedMap<?, ?> map) {
            SortedMap<Object, Object> more = new TreeMap<>();
            more.putAll(map);
            more.put("another", sample(((ParameterizedType) type).getActualTypeArguments()[1]));
            return more;
        } else if (value instanceof List<?> list) {
            List<Object> more = new ArrayList<>(list);
            more.add(sample(argument(type)));
            return more;
        } else if (value instanceof Enum<?> constant) {
            List<?> all = Arrays.stream(constant.getDeclaringClass().getEnumConstants()).collect(Collectors.toList());
            return all.get((all.indexOf(constant) + 1) % all.size());
        }
        return sample(type);
    }

    private static Type argument(Type type) {
        return ((ParameterizedType) type).getActualTypeArguments()[0];
    }

    private static Object sample(Type type) {
        Map<Type, Object> samples = Map.of(String.class, "another", Expression.class, new Expression("another"),
                SqlType.class, new SqlType("uuid"), Boolean.class, true, ObjectId.class, ObjectId.table("public", "another"),
                SequenceOptions.class, SequenceOptions.defaults(new SqlType("integer")), Column.Generated.class,
                new Column.Generated(new Expression("another"), true), Index.Key.class, Index.Key.of("another"),
                CompositeType.Attribute.class,
                new CompositeType.Attribute("another", new SqlType("uuid"), Optional.empty()), View.ViewColumn.class,
                new View.ViewColumn("another", new SqlType("uuid"), Optional.empty()));
        Object sample = samples.get(type);
        return sample != null ? sample
                : type == NotNull.class ? new NotNull(Optional.of("another"), true, false, false, true)
                        : type == Column.Identity.class
                                ? new Column.Identity(true, SequenceOptions.defaults(new SqlType("bigint")))
                                : fail(type);
    }

    private static Object fail(Type type) {
        throw new AssertionError("no sample of " + type);
    }
}
