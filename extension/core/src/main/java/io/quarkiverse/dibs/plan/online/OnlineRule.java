package io.quarkiverse.dibs.plan.online;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.diff.Change;

/** A way to make one kind of change without keeping others waiting. Pure; gives nothing back where it does not apply. */
interface OnlineRule {

    Optional<List<Part>> rewrite(Change change, Situation situation);
}
