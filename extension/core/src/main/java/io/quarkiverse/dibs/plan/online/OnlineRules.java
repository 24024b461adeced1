package io.quarkiverse.dibs.plan.online;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.diff.Diff;
import io.quarkiverse.dibs.schema.ObjectId;

/** All rules; the first that applies wins. */
public final class OnlineRules {

    private static final List<OnlineRule> RULES = List.of(new IndexConcurrently(),
            new PartitionedIndexConcurrently(), new ConstraintValidatedApart(),
            new NotNullThroughCheck(), new KeyOnConcurrentIndex(),
            new PartitionCheckedBefore(), new PartitionDetachedConcurrently());

    private final Situation situation;
    private final boolean never;

    /**
     * @param withRows the tables that have rows, by the names they have now
     */
    public OnlineRules(Diff diff, Online online, Set<ObjectId> withRows, int major) {
        this.situation = new Situation(diff, online, withRows, major);
        this.never = online == Online.NEVER || online == Online.AUTO && withRows.isEmpty();
    }

    /** The steps that take the place of the one that makes just this change; empty where the plain one stays. */
    public Optional<List<Part>> parts(Change change) {
        if (never) {
            return Optional.empty();
        }
        for (OnlineRule rule : RULES) {
            Optional<List<Part>> parts = rule.rewrite(change, situation);
            if (parts.isPresent()) {
                return parts;
            }
        }
        return Optional.empty();
    }

    /** Whether all steps stay in their plain forms. */
    public boolean applyNowhere() {
        return never;
    }

    /** How the one makes room for the other without being away meanwhile; empty where they do as they do alone. */
    public Optional<Replacement> replacement(Change.Drop drop, Change.Create create) {
        return never ? Optional.empty() : BuiltBeside.of(drop, create, situation);
    }
}
