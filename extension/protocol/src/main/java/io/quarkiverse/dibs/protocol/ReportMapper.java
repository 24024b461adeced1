package io.quarkiverse.dibs.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

import io.quarkiverse.dibs.error.Affected;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.error.ServerContext;
import io.quarkiverse.dibs.plan.Segment;
import io.quarkiverse.dibs.report.ChangeLine;
import io.quarkiverse.dibs.report.CheckReport;
import io.quarkiverse.dibs.report.DiffReport;
import io.quarkiverse.dibs.report.Fingerprint;
import io.quarkiverse.dibs.report.GenerateReport;
import io.quarkiverse.dibs.report.GeneratedMigration;
import io.quarkiverse.dibs.report.HazardLine;
import io.quarkiverse.dibs.report.MigrationEvent;
import io.quarkiverse.dibs.report.MigrationRow;
import io.quarkiverse.dibs.report.PlanReport;
import io.quarkiverse.dibs.report.RenameLine;
import io.quarkiverse.dibs.report.SchemaReport;
import io.quarkiverse.dibs.report.Sign;
import io.quarkiverse.dibs.report.SourceLocation;
import io.quarkiverse.dibs.report.StatusReport;
import io.quarkiverse.dibs.report.StepLine;
import io.quarkiverse.dibs.v1.Change;
import io.quarkiverse.dibs.v1.CheckReply;
import io.quarkiverse.dibs.v1.DiffReply;
import io.quarkiverse.dibs.v1.GenerateReply;
import io.quarkiverse.dibs.v1.GeneratedFile;
import io.quarkiverse.dibs.v1.Hazard;
import io.quarkiverse.dibs.v1.Location;
import io.quarkiverse.dibs.v1.MigrateEvent;
import io.quarkiverse.dibs.v1.Migration;
import io.quarkiverse.dibs.v1.PlanReply;
import io.quarkiverse.dibs.v1.Rename;
import io.quarkiverse.dibs.v1.SchemaReply;
import io.quarkiverse.dibs.v1.StatusReply;
import io.quarkiverse.dibs.v1.Step;

/** Reports to messages and back, without loss. A value of a newer peer that has no counterpart here becomes the nearest one. */
public final class ReportMapper {

    private ReportMapper() {
    }

    public static DiffReply toProto(DiffReport diff) {
        return DiffReply.newBuilder().setFrom(diff.from()).setTo(diff.to())
                .addAllChanges(each(diff.changes(), ReportMapper::toProto))
                .addAllSteps(each(diff.steps(), ReportMapper::toProto))
                .addAllUnmanaged(diff.unmanaged()).addAllUnmodelled(diff.unmodelled())
                .addAllRenameQuestions(each(diff.renameQuestions(), question -> Rename.newBuilder().setKind(question.kind())
                        .setFrom(question.from()).setTo(question.to()).setFlag(question.flag()).build()))
                .addAllWarnings(diff.warnings()).setFromFingerprint(diff.fromFingerprint().text())
                .setToFingerprint(diff.toFingerprint().text()).build();
    }

    public static DiffReport fromProto(DiffReply diff) {
        return new DiffReport(diff.getFrom(), diff.getTo(), each(diff.getChangesList(), ReportMapper::fromProto),
                each(diff.getStepsList(), ReportMapper::fromProto), diff.getUnmanagedList(), diff.getUnmodelledList(),
                each(diff.getRenameQuestionsList(),
                        question -> new RenameLine(question.getKind(), question.getFrom(), question.getTo(),
                                question.getFlag())),
                diff.getWarningsList(), Fingerprint.ofText(diff.getFromFingerprint()),
                Fingerprint.ofText(diff.getToFingerprint()));
    }

    public static PlanReply toProto(PlanReport plan) {
        return PlanReply.newBuilder().setFrom(plan.from()).setTo(plan.to())
                .addAllSteps(each(plan.steps(), ReportMapper::toProto)).addAllWarnings(plan.warnings())
                .setFromFingerprint(plan.fromFingerprint().text()).setToFingerprint(plan.toFingerprint().text())
                .setServerMajor(plan.serverMajor()).build();
    }

    public static PlanReport fromProto(PlanReply plan) {
        return new PlanReport(plan.getFrom(), plan.getTo(), each(plan.getStepsList(), ReportMapper::fromProto),
                plan.getWarningsList(), Fingerprint.ofText(plan.getFromFingerprint()),
                Fingerprint.ofText(plan.getToFingerprint()), plan.getServerMajor());
    }

    public static StatusReply toProto(StatusReport status) {
        return StatusReply.newBuilder().setDatabase(status.database())
                .addAllMigrations(each(status.migrations(), ReportMapper::toProto)).build();
    }

    public static StatusReport fromProto(StatusReply status) {
        return new StatusReport(status.getDatabase(), each(status.getMigrationsList(), ReportMapper::fromProto));
    }

    public static CheckReply toProto(CheckReport check) {
        return CheckReply.newBuilder().setDiff(toProto(check.diff()))
                .addAllPending(each(check.pending(), ReportMapper::toProto)).setStrict(check.strict()).build();
    }

    public static CheckReport fromProto(CheckReply check) {
        return new CheckReport(fromProto(check.getDiff()), each(check.getPendingList(), ReportMapper::fromProto),
                check.getStrict());
    }

    public static GenerateReply toProto(GenerateReport generated) {
        return GenerateReply.newBuilder().setDiff(toProto(generated.diff()))
                .addAllMigrations(each(generated.migrations(), file -> GeneratedFile.newBuilder().setVersion(file.version())
                        .setFileName(file.fileName()).setPackageName(file.packageName()).setSource(file.source())
                        .setSql(file.sql()).build()))
                .addAllWithheld(generated.withheld()).build();
    }

    public static GenerateReport fromProto(GenerateReply generated) {
        return new GenerateReport(fromProto(generated.getDiff()),
                each(generated.getMigrationsList(), file -> new GeneratedMigration(file.getVersion(), file.getFileName(),
                        file.getPackageName(), file.getSource(), file.getSql())),
                generated.getWithheldList());
    }

    public static SchemaReply toProto(SchemaReport schema) {
        return SchemaReply.newBuilder().setDescription(schema.description())
                .addAllTypes(each(schema.types(), type -> SchemaReply.Type.newBuilder().setSchema(type.schema())
                        .setName(type.name()).setDefinition(type.definition()).build()))
                .addAllTables(each(schema.tables(), ReportMapper::toProto)).addAllWarnings(schema.warnings()).build();
    }

    public static SchemaReport fromProto(SchemaReply schema) {
        return new SchemaReport(schema.getDescription(),
                each(schema.getTypesList(), type -> new SchemaReport.Type(type.getSchema(), type.getName(),
                        type.getDefinition())),
                each(schema.getTablesList(), ReportMapper::fromProto), schema.getWarningsList());
    }

    public static io.quarkiverse.dibs.v1.Problem toProto(Problem problem) {
        io.quarkiverse.dibs.v1.Problem.Builder message = io.quarkiverse.dibs.v1.Problem.newBuilder().setCode(problem.code())
                .setCategory(problem.category().name()).setMessage(problem.message());
        problem.remedy().ifPresent(message::setRemedy);
        problem.location().ifPresent(message::setLocation);
        problem.sqlState().ifPresent(message::setSqlState);
        problem.statement().ifPresent(message::setStatement);
        problem.position().ifPresent(message::setPosition);
        problem.detail().ifPresent(message::setDetail);
        problem.hint().ifPresent(message::setHint);
        problem.affected().ifPresent(object -> message.setAffected(toProto(object)));
        problem.context().ifPresent(context -> message.setContext(toProto(context)));
        return message.build();
    }

    public static Problem fromProto(io.quarkiverse.dibs.v1.Problem problem) {
        return new Problem(problem.getCode(), named(Category.class, problem.getCategory(), Category.INTERNAL),
                problem.getMessage(), given(problem.hasRemedy(), problem.getRemedy()),
                given(problem.hasLocation(), problem.getLocation()), given(problem.hasSqlState(), problem.getSqlState()),
                given(problem.hasStatement(), problem.getStatement()),
                problem.hasPosition() ? OptionalInt.of(problem.getPosition()) : OptionalInt.empty(),
                given(problem.hasDetail(), problem.getDetail()), given(problem.hasHint(), problem.getHint()),
                given(problem.hasAffected(), problem.getAffected()).map(ReportMapper::fromProto),
                given(problem.hasContext(), problem.getContext()).map(ReportMapper::fromProto));
    }

    private static io.quarkiverse.dibs.v1.ServerContext toProto(ServerContext context) {
        io.quarkiverse.dibs.v1.ServerContext.Builder message = io.quarkiverse.dibs.v1.ServerContext.newBuilder();
        context.calls().ifPresent(message::setCalls);
        context.query().ifPresent(message::setQuery);
        context.position().ifPresent(message::setPosition);
        return message.build();
    }

    private static ServerContext fromProto(io.quarkiverse.dibs.v1.ServerContext context) {
        return ServerContext.of(context.getCalls(), context.getQuery(), context.getPosition());
    }

    private static io.quarkiverse.dibs.v1.Affected toProto(Affected object) {
        io.quarkiverse.dibs.v1.Affected.Builder message = io.quarkiverse.dibs.v1.Affected.newBuilder();
        object.schema().ifPresent(message::setSchema);
        object.table().ifPresent(message::setTable);
        object.column().ifPresent(message::setColumn);
        object.dataType().ifPresent(message::setDataType);
        object.constraint().ifPresent(message::setConstraint);
        return message.build();
    }

    private static Affected fromProto(io.quarkiverse.dibs.v1.Affected object) {
        return Affected.of(object.getSchema(), object.getTable(), object.getColumn(), object.getDataType(),
                object.getConstraint());
    }

    public static MigrateEvent toProto(MigrationEvent event) {
        return event.accept(EventsToProto.INSTANCE);
    }

    /** The event, or empty for a kind that only a newer peer knows. */
    public static Optional<MigrationEvent> fromProto(MigrateEvent event) {
        return EventsFromProto.event(event);
    }

    private static Change toProto(ChangeLine change) {
        Change.Builder message = Change.newBuilder().setKind(change.kind())
                .setSign(Change.Sign.valueOf(change.sign().name())).setTable(change.table()).setName(change.name())
                .setDescription(change.description()).addAllHazards(each(change.hazards(), ReportMapper::toProto))
                .setStep(change.step());
        change.sql().ifPresent(message::setSql);
        change.source().map(ReportMapper::toProto).ifPresent(message::setSource);
        return message.build();
    }

    private static ChangeLine fromProto(Change change) {
        return new ChangeLine(change.getKind(), named(Sign.class, change.getSign().name(), Sign.ALTERED), change.getTable(),
                change.getName(), change.getDescription(), given(change.hasSql(), change.getSql()),
                each(change.getHazardsList(), ReportMapper::fromProto),
                given(change.hasSource(), change.getSource()).map(ReportMapper::fromProto), change.getStep());
    }

    private static Step toProto(StepLine step) {
        return Step.newBuilder().setNumber(step.number()).setSegment(Step.Segment.valueOf(step.segment().name()))
                .addAllStatements(step.statements()).addAllReasons(step.reasons())
                .addAllHazards(each(step.hazards(), ReportMapper::toProto)).build();
    }

    private static StepLine fromProto(Step step) {
        return new StepLine(step.getNumber(),
                named(Segment.class, step.getSegment().name(), Segment.NO_TRANSACTION),
                step.getStatementsList(), step.getReasonsList(), each(step.getHazardsList(), ReportMapper::fromProto));
    }

    private static Hazard toProto(HazardLine hazard) {
        return Hazard.newBuilder().setName(hazard.name()).setRelation(hazard.relation()).setLock(hazard.lock())
                .setReason(hazard.reason()).setSafeWay(hazard.safeWay()).build();
    }

    private static HazardLine fromProto(Hazard hazard) {
        return new HazardLine(hazard.getName(), hazard.getRelation(), hazard.getLock(), hazard.getReason(),
                hazard.getSafeWay());
    }

    private static Location toProto(SourceLocation source) {
        return Location.newBuilder().setClassName(source.className()).setMember(source.member()).setFile(source.file())
                .setLine(source.line()).setColumn(source.column()).build();
    }

    private static SourceLocation fromProto(Location source) {
        return new SourceLocation(source.getClassName(), source.getMember(), source.getFile(), source.getLine(),
                source.getColumn());
    }

    private static Migration toProto(MigrationRow row) {
        Migration.Builder message = Migration.newBuilder().setVersion(row.version()).setName(row.name())
                .setState(Migration.State.valueOf(row.state().name())).setNote(row.note());
        row.when().ifPresent(when -> message.setWhen(when.toEpochMilli()));
        row.durationMillis().ifPresent(message::setDurationMillis);
        row.byWhom().ifPresent(message::setByWhom);
        row.dibsVersion().ifPresent(message::setDibsVersion);
        return message.build();
    }

    private static MigrationRow fromProto(Migration row) {
        return new MigrationRow(row.getVersion(), row.getName(),
                named(MigrationRow.State.class, row.getState().name(), MigrationRow.State.IN_DOUBT),
                row.hasWhen() ? Optional.of(Instant.ofEpochMilli(row.getWhen())) : Optional.empty(),
                row.hasDurationMillis() ? OptionalLong.of(row.getDurationMillis()) : OptionalLong.empty(),
                given(row.hasByWhom(), row.getByWhom()), given(row.hasDibsVersion(), row.getDibsVersion()), row.getNote());
    }

    private static SchemaReply.Table toProto(SchemaReport.Table table) {
        SchemaReply.Table.Builder message = SchemaReply.Table.newBuilder().setSchema(table.schema()).setName(table.name())
                .addAllColumns(each(table.columns(), ReportMapper::toProto))
                .addAllParts(each(table.parts(), part -> SchemaReply.Part.newBuilder().setKind(part.kind())
                        .setName(part.name()).setDefinition(part.definition()).addAllProvenance(part.provenance()).build()))
                .addAllProvenance(table.provenance());
        table.documentation().ifPresent(message::setDocumentation);
        table.source().map(ReportMapper::toProto).ifPresent(message::setSource);
        return message.build();
    }

    private static SchemaReport.Table fromProto(SchemaReply.Table table) {
        return new SchemaReport.Table(table.getSchema(), table.getName(),
                given(table.hasDocumentation(), table.getDocumentation()),
                each(table.getColumnsList(), ReportMapper::fromProto),
                each(table.getPartsList(),
                        part -> new SchemaReport.Part(part.getKind(), part.getName(), part.getDefinition(),
                                part.getProvenanceList())),
                given(table.hasSource(), table.getSource()).map(ReportMapper::fromProto), table.getProvenanceList());
    }

    private static SchemaReply.Column toProto(SchemaReport.Column column) {
        SchemaReply.Column.Builder message = SchemaReply.Column.newBuilder().setName(column.name()).setType(column.type())
                .addAllProperties(column.properties()).addAllProvenance(column.provenance());
        column.javaType().ifPresent(message::setJavaType);
        column.documentation().ifPresent(message::setDocumentation);
        column.source().map(ReportMapper::toProto).ifPresent(message::setSource);
        return message.build();
    }

    private static SchemaReport.Column fromProto(SchemaReply.Column column) {
        return new SchemaReport.Column(column.getName(), column.getType(), column.getPropertiesList(),
                given(column.hasJavaType(), column.getJavaType()),
                given(column.hasDocumentation(), column.getDocumentation()),
                given(column.hasSource(), column.getSource()).map(ReportMapper::fromProto), column.getProvenanceList());
    }

    static <E extends Enum<E>> E named(Class<E> type, String name, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        return otherwise;
    }

    private static <T> Optional<T> given(boolean present, T value) {
        return present ? Optional.of(value) : Optional.empty();
    }

    private static <A, B> List<B> each(List<A> items, Function<A, B> mapping) {
        return items.stream().map(mapping).toList();
    }
}
