package io.quarkiverse.dibs.plan;

import java.util.List;

import io.quarkiverse.dibs.diff.Change;

/**
 * One thing to do, with everything that is known about it before it is done.
 *
 * @param number counts from 1
 * @param changes the first is what the statement is about, the others come with it
 * @param statements in order, without semicolons
 * @param reasons why it stands where it stands, in words
 */
public record Step(int number, List<Change> changes, List<String> statements, Segment segment, Effects effects,
        List<HazardNote> hazards, List<String> reasons) {

    public Step {
        changes = List.copyOf(changes);
        statements = List.copyOf(statements);
        hazards = List.copyOf(hazards);
        reasons = List.copyOf(reasons);
    }
}
