package io.quarkiverse.dibs.intent;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent.Rename;
import io.quarkiverse.dibs.intent.Intent.Source;
import io.quarkiverse.dibs.schema.DbObject;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/**
 * An intent as JSON and back. The same intent always gives the same bytes: fields and objects are sorted, an object is one
 * line.
 */
public final class IntentCodec {

    /** Where the build puts the file, and the run time finds it. */
    public static final String RESOURCE = "META-INF/dibs/intent.json";

    private static final int FORMAT = 1;

    private IntentCodec() {
    }

    /**
     * @throws IllegalArgumentException for an object of a kind that entities do not describe
     */
    public static String write(Intent intent) {
        Fields top = new Fields().put("format", FORMAT).put("defaultSchema", intent.defaultSchema())
                .put("objects", intent.schema().objects().stream().<Object> map(IntentCodec::object).toList())
                .put("dependencies", dependencies(intent.schema()))
                .put("renames", intent.renames().stream().<Object> map(IntentCodec::rename).toList())
                .put("sources", intent.sources().entrySet().stream().<Object> map(IntentCodec::source).toList())
                .put("conversions", intent.conversions().entrySet().stream().<Object> map(IntentCodec::conversion).toList())
                .put("warnings", intent.warnings())
                .put("files", intent.files().stream()
                        .<Object> map(file -> new Fields().put("name", file.name()).put("text", file.text()).tree()).toList());
        StringWriter text = new StringWriter();
        Json.write(top.tree(), text);
        return text.toString();
    }

    /**
     * @throws DibsException {@code DIBS-0190} when a newer dibs wrote the text
     */
    public static Intent read(String json) {
        Fields top = Fields.of(Json.read(json));
        long format = top.number("format");
        if (format != FORMAT) {
            throw new DibsException(Problem.of("DIBS-0190", Category.BUILD,
                    "The module's intent has format " + format + ", this dibs reads format " + FORMAT)
                    .remedy("Build the module and run the command with the same version of dibs."));
        }
        Schema.Builder schema = Schema.builder();
        top.listOfFields("objects").forEach(fields -> schema.add(ObjectReader.object(fields)));
        for (Fields fields : top.listOfFields("dependencies")) {
            ObjectId dependent = ObjectReader.id(fields.fields("id"));
            fields.listOfFields("needs").forEach(need -> schema.dependency(dependent, ObjectReader.id(need)));
        }
        SortedMap<ObjectId, Source> sources = new TreeMap<>();
        top.listOfFields("sources").forEach(fields -> sources.put(ObjectReader.id(fields.fields("id")), source(fields)));
        SortedMap<ObjectId, String> conversions = new TreeMap<>();
        top.listOfFields("conversions")
                .forEach(fields -> conversions.put(ObjectReader.id(fields.fields("id")), fields.text("using")));
        return new Intent(schema.build(), top.text("defaultSchema"),
                top.listOfFields("renames").stream().map(IntentCodec::rename).toList(), sources, conversions,
                top.texts("warnings"),
                top.listOfFields("files").stream().map(file -> new SqlText(file.text("name"), file.text("text"))).toList());
    }

    private static Map<String, Object> object(DbObject object) {
        return object.accept(ObjectWriter.INSTANCE).tree();
    }

    /** Only what the objects themselves do not say: a default that needs a sequence, a column of an enum's type. */
    private static List<Object> dependencies(Schema schema) {
        Schema implied = plain(schema);
        List<Object> dependencies = new ArrayList<>();
        for (ObjectId id : schema.ids()) {
            TreeSet<ObjectId> recorded = new TreeSet<>(schema.dependenciesOf(id));
            recorded.removeAll(implied.dependenciesOf(id));
            if (!recorded.isEmpty()) {
                dependencies.add(new Fields().put("id", ObjectWriter.id(id))
                        .put("needs", recorded.stream().map(need -> ObjectWriter.id(need).tree()).toList()).tree());
            }
        }
        return dependencies;
    }

    private static Schema plain(Schema schema) {
        Schema.Builder builder = Schema.builder();
        schema.objects().forEach(builder::add);
        return builder.build();
    }

    private static Map<String, Object> rename(Rename rename) {
        return new Fields().put("from", ObjectWriter.id(rename.from())).put("to", ObjectWriter.id(rename.to())).tree();
    }

    private static Rename rename(Fields fields) {
        return new Rename(ObjectReader.id(fields.fields("from")), ObjectReader.id(fields.fields("to")));
    }

    private static Map<String, Object> source(Map.Entry<ObjectId, Source> entry) {
        Source source = entry.getValue();
        return new Fields().put("id", ObjectWriter.id(entry.getKey())).put("class", source.className())
                .put("member", source.member()).put("file", source.file()).put("line", source.line())
                .put("column", source.column()).put("javadoc", source.javadoc()).put("type", source.javaType()).tree();
    }

    private static Source source(Fields fields) {
        return new Source(fields.text("class"), fields.text("member"), fields.text("file"), fields.number("line", 0),
                fields.number("column", 0), fields.optional("javadoc"), fields.optional("type"));
    }

    private static Map<String, Object> conversion(Map.Entry<ObjectId, String> entry) {
        return new Fields().put("id", ObjectWriter.id(entry.getKey())).put("using", entry.getValue()).tree();
    }
}
