package io.quarkiverse.dibs.planfile;

import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonParseException;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Json;
import io.quarkiverse.dibs.plan.Hazard;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.report.HazardLine;
import io.quarkiverse.dibs.report.StepLine;

/**
 * A plan file as JSON and back: the same plan always gives the same bytes. The checksum covers every member but itself, in an
 * order and form of its own, so that line ends and indentation do not matter and everything else does.
 */
public final class PlanFileCodec {

    public static final String KIND = "dibs-plan";
    public static final int FORMAT_VERSION = 1;

    private static final String CHECKSUM = "checksum";
    private static final String PREFIX = "sha256:";

    private PlanFileCodec() {
    }

    public static String write(PlanFile plan) {
        Map<String, Object> top = new LinkedHashMap<>();
        top.put("kind", KIND);
        top.put("formatVersion", FORMAT_VERSION);
        top.put("dibsVersion", plan.dibsVersion());
        top.put("from", plan.from());
        top.put("to", plan.to());
        top.put("serverMajor", plan.serverMajor());
        top.put("schemas", plan.schemas());
        top.put("historySchema", plan.historySchema());
        top.put("fromFingerprint", plan.before().fingerprint());
        top.put("toFingerprint", plan.after().fingerprint());
        top.put("comparesAccess", plan.comparesAccess());
        top.put("consentNeeded", plan.consentNeeded().stream().map(Hazard::writtenName).toList());
        top.put("warnings", plan.warnings());
        top.put("segments", plan.segments().stream().map(PlanFileCodec::segment).toList());
        top.put("before", plan.before().objects());
        top.put("after", plan.after().objects());
        top.put(CHECKSUM, checksum(top));
        StringWriter text = new StringWriter();
        Json.writeIndented(top, text);
        return text.toString();
    }

    /**
     * @throws DibsException DIBS-0511 when it is no plan file, DIBS-0512 when a newer dibs wrote it, DIBS-0513 when somebody
     *         has
     *         changed it
     */
    public static PlanFile read(String text) {
        Map<String, Object> top = parse(text);
        Members members = new Members(top);
        if (!KIND.equals(top.get("kind"))) {
            throw Members.malformed("its \"kind\" is not \"" + KIND + "\"");
        }
        long version = members.number("formatVersion");
        if (version != FORMAT_VERSION) {
            throw new DibsException(Problem.of("DIBS-0512", Category.USAGE, "the plan file has format " + version
                    + ", and this dibs reads format " + FORMAT_VERSION)
                    .remedy("Apply it with the dibs that wrote it (" + top.getOrDefault("dibsVersion", "unknown")
                            + "), or make a new plan."));
        }
        if (!members.text(CHECKSUM).equals(checksum(top))) {
            throw new DibsException(Problem.of("DIBS-0513", Category.REFUSED,
                    "the plan file was changed after dibs wrote it: its checksum does not fit its content")
                    .remedy("Make a new plan: dibs plan --out FILE"));
        }
        PlanFile plan = new PlanFile(members.text("dibsVersion"), members.text("from"), members.text("to"),
                Math.toIntExact(members.number("serverMajor")), members.texts("schemas"), members.text("historySchema"),
                members.flag("comparesAccess"), new SchemaPrint(members.map("before")), new SchemaPrint(members.map("after")),
                members.list("segments").stream().map(PlanFileCodec::segment).toList(), members.texts("warnings"));
        if (!plan.before().fingerprint().equals(members.text("fromFingerprint"))
                || !plan.after().fingerprint().equals(members.text("toFingerprint"))) {
            throw Members.malformed("a fingerprint does not fit the objects");
        }
        return plan;
    }

    private static Map<String, Object> parse(String text) {
        try {
            return Members.object(Json.read(text), "the file");
        } catch (UncheckedIOException e) {
            String where = e.getCause() instanceof JsonParseException syntax
                    ? "line " + syntax.getLocation().getLineNr() + ", column " + syntax.getLocation().getColumnNr() + ": "
                            + saidByParser(syntax)
                    : String.valueOf(e.getCause().getMessage());
            throw Members.malformed(where);
        }
    }

    /** Without where the parser believes that the text came from, which is nowhere. */
    private static String saidByParser(JsonParseException syntax) {
        return syntax.getOriginalMessage().replaceAll("\\s*(\\([^()]*)?\\[Source: .*", "").strip();
    }

    private static String checksum(Map<String, Object> top) {
        SortedMap<String, Object> content = new TreeMap<>();
        top.forEach((name, value) -> content.put(name, sorted(value)));
        content.remove(CHECKSUM);
        StringWriter text = new StringWriter();
        Json.write(content, text);
        MessageDigest digest = SchemaPrint.sha256();
        digest.update(text.toString().getBytes(StandardCharsets.UTF_8));
        return PREFIX + SchemaPrint.hex(digest, 64);
    }

    private static Object sorted(Object value) {
        if (value instanceof Map<?, ?> map) {
            SortedMap<String, Object> all = new TreeMap<>();
            map.forEach((name, member) -> all.put((String) name, sorted(member)));
            return all;
        }
        return value instanceof List<?> list ? list.stream().map(PlanFileCodec::sorted).toList() : value;
    }

    private static Map<String, Object> segment(PlannedSegment segment) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", segment.number());
        members.put("transactional", segment.transactional());
        members.put("steps", segment.steps().stream().map(PlanFileCodec::step).toList());
        return members;
    }

    private static PlannedSegment segment(Map<String, Object> tree) {
        Members members = new Members(tree);
        return new PlannedSegment(Math.toIntExact(members.number("number")), members.flag("transactional"),
                members.list("steps").stream().map(PlanFileCodec::step).toList());
    }

    private static Map<String, Object> step(PlannedStep step) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("number", step.line().number());
        members.put("segment", step.line().segment().name());
        members.put("statements", step.line().statements());
        members.put("reasons", step.line().reasons());
        members.put("locks", step.locks());
        members.put("scans", step.scans());
        members.put("rewrites", step.rewrites());
        members.put("hazards", step.line().hazards().stream().map(PlanFileCodec::hazard).toList());
        return members;
    }

    private static PlannedStep step(Map<String, Object> tree) {
        Members members = new Members(tree);
        StepLine line = new StepLine(Math.toIntExact(members.number("number")),
                members.constant("segment", Segment.values()), members.texts("statements"), members.texts("reasons"),
                members.list("hazards").stream().map(PlanFileCodec::hazard).toList());
        return new PlannedStep(line, members.map("locks"), members.texts("scans"), members.texts("rewrites"));
    }

    private static Map<String, Object> hazard(HazardLine hazard) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("name", hazard.name());
        members.put("relation", hazard.relation());
        members.put("lock", hazard.lock());
        members.put("reason", hazard.reason());
        members.put("safeWay", hazard.safeWay());
        return members;
    }

    private static HazardLine hazard(Map<String, Object> tree) {
        Members members = new Members(tree);
        if (Hazard.ofWrittenName(members.text("name")).isEmpty()) {
            throw Members.malformed("there is no hazard \"" + members.text("name") + "\"");
        }
        return new HazardLine(members.text("name"), members.text("relation"), members.text("lock"), members.text("reason"),
                members.text("safeWay"));
    }
}
