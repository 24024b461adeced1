package io.quarkiverse.dibs.plan;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * How a plan is made.
 *
 * @param serverMajor the major version of the server that will run it
 * @param conversions the expression that turns a column's old values into new ones, by column
 */
public record PlanOptions(int serverMajor, SortedMap<ObjectId, String> conversions) {

    public PlanOptions {
        conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
    }

    public static PlanOptions forServer(int major) {
        return new PlanOptions(major, new TreeMap<>());
    }

    /** For the newest server that is supported. */
    public static PlanOptions newest() {
        return forServer(WriteContext.NEWEST);
    }

    public PlanOptions withConversions(Map<ObjectId, String> newConversions) {
        return new PlanOptions(serverMajor, new TreeMap<>(newConversions));
    }
}
