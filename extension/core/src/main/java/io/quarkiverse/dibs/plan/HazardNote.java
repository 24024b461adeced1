package io.quarkiverse.dibs.plan;

import io.quarkiverse.dibs.schema.ObjectId;

/**
 * One hazard of one change, for people: on what, why, and how it can be had with less risk.
 *
 * @param saferWay empty when there is none
 */
public record HazardNote(Hazard hazard, ObjectId relation, String reason, String saferWay) {
}
