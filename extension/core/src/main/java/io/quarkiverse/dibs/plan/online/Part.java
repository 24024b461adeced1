package io.quarkiverse.dibs.plan.online;

import java.util.List;

import io.quarkiverse.dibs.diff.Change;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.sql.WriteContext;

/**
 * One of the steps that take the place of a plain one.
 *
 * @param change what the statements are about
 * @param form the form in which the change is written, which its effects depend on
 * @param why in a few words, for the explanation of the plan
 */
public record Part(Change change, WriteContext form, List<String> statements, Segment segment, String why) {

    public Part {
        statements = List.copyOf(statements);
    }
}
