package io.quarkiverse.dibs.plan.online;

import java.util.List;

/**
 * How an object makes room for its successor of the same name while others write: nothing is away between the two lists.
 *
 * @param away what takes the place of the step that drops the old one
 * @param back what takes the place of the step that creates the new one, directly behind
 */
public record Replacement(List<Part> away, List<Part> back) {

    public Replacement {
        away = List.copyOf(away);
        back = List.copyOf(back);
    }
}
