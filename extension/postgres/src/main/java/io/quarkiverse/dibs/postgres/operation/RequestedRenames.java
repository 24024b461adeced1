package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.quarkiverse.dibs.diff.EnumLabels;
import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.intent.Intent;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Schema;

/** Reads {@code --rename former=present} against the two schemas: names are written as a diff shows them. */
public final class RequestedRenames {

    private RequestedRenames() {
    }

    /**
     * @throws DibsException DIBS-0301 for a request that names nothing before, or nothing of that kind afterwards
     */
    public static List<Intent.Rename> parse(List<String> requests, Schema from, Schema to) {
        List<Intent.Rename> renames = new ArrayList<>();
        for (String request : requests) {
            int equals = request.indexOf('=');
            if (equals <= 0 || equals == request.length() - 1) {
                throw wrong(request, "it is not of the form former=present");
            }
            String former = request.substring(0, equals).strip();
            String present = request.substring(equals + 1).strip();
            renames.addAll(match(request, former, present, from, to));
        }
        return renames;
    }

    /**
     * An operator class has the name of its family, and a type may have that of a sequence: what has a namesake goes with it.
     */
    private static List<Intent.Rename> match(String request, String former, String present, Schema from, Schema to) {
        List<ObjectId> sources = named(former, from);
        if (sources.isEmpty()) {
            throw wrong(request, "there is no " + former + " before");
        }
        List<Intent.Rename> renames = new ArrayList<>();
        for (ObjectId source : sources) {
            Optional<ObjectId> target = named(present, to).stream().filter(id -> id.kind() == source.kind()).findFirst();
            if (target.isPresent()) {
                ObjectId known = source.parent() == null ? source : source.withParent(target.get().parent());
                renames.add(new Intent.Rename(known, target.get()));
            }
        }
        if (!renames.isEmpty()) {
            return renames;
        }
        throw wrong(request, "there is no " + present + " of that kind afterwards");
    }

    private static List<ObjectId> named(String name, Schema schema) {
        return Stream.concat(schema.ids().stream(), EnumLabels.ids(schema))
                .filter(id -> !id.name().isEmpty() && (id.display().equals(name) || name.equals("public." + id.display())
                        && id.schema().equals("public")))
                .toList();
    }

    private static DibsException wrong(String request, String why) {
        return new DibsException(Problem.of("DIBS-0301", Category.USAGE, "--rename " + request + ": " + why)
                .remedy("Write names as the diff shows them, for example --rename users.name=users.display_name."));
    }
}
