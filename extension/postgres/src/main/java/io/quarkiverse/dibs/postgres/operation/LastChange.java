package io.quarkiverse.dibs.postgres.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.error.Category;
import io.quarkiverse.dibs.error.DibsException;
import io.quarkiverse.dibs.error.Problem;
import io.quarkiverse.dibs.postgres.history.Versions;
import io.quarkiverse.dibs.source.MigrationVersions;
import io.quarkiverse.dibs.spi.MigrationInvoker;

/**
 * The migrations that are to be taken back, and those that stay; both in the order of versions, none of them repeatable. A
 * change that was generated in several parts is one: they have versions in a row and one name with numbers behind it.
 */
record LastChange(List<MigrationInvoker> stay, List<MigrationInvoker> goBack) {

    /**
     * @param code the migrations of the code, all applied
     * @throws DibsException DIBS-0602 for a version that there is not, DIBS-0670 when there is nothing to take back
     */
    static LastChange of(List<MigrationInvoker> code, Optional<String> backTo) {
        List<MigrationInvoker> versioned = code.stream().filter(migration -> !migration.repeatable())
                .sorted((one, other) -> Versions.ORDER.compare(one.version(), other.version())).toList();
        int first = backTo.map(version -> after(versioned, Versions.withoutLeadingZeros(version)))
                .orElseGet(() -> beginOfLast(versioned));
        if (first >= versioned.size()) {
            throw new DibsException(
                    Problem.of("DIBS-0670", Category.REFUSED, "no migration is applied that could be taken back")
                            .remedy("See dibs status."));
        }
        return new LastChange(versioned.subList(0, first), versioned.subList(first, versioned.size()));
    }

    /** For people. */
    String names() {
        return goBack.stream().map(migration -> migration.version() + " " + migration.name())
                .collect(Collectors.joining(", "));
    }

    private static int after(List<MigrationInvoker> versioned, String version) {
        List<String> versions = new ArrayList<>(versioned.stream().map(MigrationInvoker::version).toList());
        if (!version.equals("0") && !versions.contains(version)) {
            throw new DibsException(Problem.of("DIBS-0602", Category.USAGE, "there is no migration with version " + version)
                    .remedy("Name the last migration that is to stay, or 0 to take all back; dibs status lists them."));
        }
        return versions.indexOf(version) + 1;
    }

    private static int beginOfLast(List<MigrationInvoker> versioned) {
        int first = versioned.size() - 1;
        String base = first < 0 ? "" : base(versioned.get(first));
        while (first > 0 && base(versioned.get(first - 1)).equals(base)
                && MigrationVersions.next(versioned.get(first - 1).version()).equals(versioned.get(first).version())) {
            first--;
        }
        return Math.max(first, 0);
    }

    private static String base(MigrationInvoker migration) {
        return migration.name().replaceAll("[0-9]+$", "");
    }
}
