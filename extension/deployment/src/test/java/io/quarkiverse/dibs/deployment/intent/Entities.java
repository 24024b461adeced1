package io.quarkiverse.dibs.deployment.intent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.jandex.Indexer;

import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.processor.SourceMetadata;
import io.quarkiverse.dibs.schema.Column;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkus.arc.processor.BeanArchives;

/** What the reader makes of some classes, without a build: the intent and the problems. */
record Entities(Intent intent, List<Problem> problems) {

    static Entities of(Class<?>... classes) {
        return of(NamingStrategy.SNAKE_CASE, Map.of(), classes);
    }

    static Entities of(NamingStrategy naming, Map<String, SourceMetadata> sources, Class<?>... classes) {
        Indexer indexer = new Indexer();
        try {
            for (Class<?> type : classes) {
                indexer.indexClass(type);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        BuildProblems problems = new BuildProblems();
        Intent intent = IntentReader.read(
                BeanArchives.buildComputingBeanArchiveIndex(Entities.class.getClassLoader(), new ConcurrentHashMap<>(),
                        indexer.complete()),
                new IntentSettings("public", naming), new SourceLookup(name -> Optional.ofNullable(sources.get(name))),
                problems);
        return new Entities(intent, problems.all());
    }

    Column column(String table, String name) {
        return find(ObjectId.column(ObjectId.table("public", table), name), Column.class);
    }

    String type(String table, String name) {
        return column(table, name).type().name();
    }

    <T extends DbObject> T find(ObjectId id, Class<T> type) {
        return intent.schema().find(id, type).orElseThrow(() -> new AssertionError("no " + id + " in\n" + intent.schema()));
    }

    /** The only object of the type. */
    <T extends DbObject> T only(Class<T> type) {
        List<T> all = intent.schema().all(type).toList();
        if (all.size() != 1) {
            throw new AssertionError("not one but " + all);
        }
        return all.get(0);
    }

    <T extends DbObject> List<String> names(Class<T> type) {
        return intent.schema().all(type).map(object -> object.id().name()).toList();
    }

    List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }
}
