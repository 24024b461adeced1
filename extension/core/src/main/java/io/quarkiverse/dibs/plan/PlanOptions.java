package io.quarkiverse.dibs.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import io.quarkiverse.dibs.plan.online.Online;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * How a plan is made.
 *
 * @param serverMajor the major version of the server that will run it
 * @param conversions the expression that turns a column's old values into new ones, by column
 * @param online when the forms that keep nobody waiting are chosen
 * @param withRows the tables that have rows, by their names before any rename
 * @param refusesCastless whether a new type without a cast is refused for tables without rows too: the plan may run elsewhere
 */
public record PlanOptions(int serverMajor, SortedMap<ObjectId, String> conversions, Online online, Set<ObjectId> withRows,
        boolean refusesCastless) {

    public PlanOptions {
        conversions = Collections.unmodifiableSortedMap(new TreeMap<>(conversions));
        withRows = Set.copyOf(withRows);
    }

    /** Plain forms in as few transactions as can be. */
    public static PlanOptions forServer(int major) {
        return new PlanOptions(major, new TreeMap<>(), Online.NEVER, Set.of(), false);
    }

    /** For the newest server that is supported. */
    public static PlanOptions newest() {
        return forServer(WriteContext.NEWEST);
    }

    public PlanOptions withConversions(Map<ObjectId, String> newConversions) {
        return new PlanOptions(serverMajor, new TreeMap<>(newConversions), online, withRows, refusesCastless);
    }

    public PlanOptions withOnline(Online newOnline, Set<ObjectId> newWithRows) {
        return new PlanOptions(serverMajor, conversions, newOnline, newWithRows, refusesCastless);
    }

    public PlanOptions withRefusesCastless(boolean newRefusesCastless) {
        return new PlanOptions(serverMajor, conversions, online, withRows, newRefusesCastless);
    }
}
