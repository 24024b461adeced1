package io.quarkiverse.dibs.engine;

import java.util.List;
import java.util.stream.Stream;

/**
 * Which cases run on which server: all on the first major, and on each other one a share of them that their names choose,
 * together with those that the first cannot run; {@code pg_dump}, which takes half of the time of a case, looks at a share too.
 * Majors that are asked for by {@code -Dmajors=} get everything, and so does {@code -Dcase=}.
 */
final class CorpusSelection {

    private static final String ONLY = System.getProperty("case");
    private static final String ASKED_MAJORS = System.getProperty("majors");
    private static final List<Integer> MAJORS = Stream
            .of((ASKED_MAJORS == null ? System.getProperty("dibs.corpus.majors", "15,14,18") : ASKED_MAJORS).split(","))
            .map(Integer::valueOf).toList();
    private static final int SHARE = ASKED_MAJORS == null && ONLY == null ? Integer.getInteger("dibs.corpus.share", 3) : 1;

    private static final int DUMPED = ASKED_MAJORS == null && ONLY == null ? Integer.getInteger("dibs.corpus.dumps", 1) : 1;

    private final List<Pair> all = Corpus.cases(ONLY);

    /** Whether nothing is left out but what a server cannot run. */
    static boolean isWhole() {
        return ONLY == null && ASKED_MAJORS == null;
    }

    /** Whether {@code pg_dump} is asked about a case, beside the functions of Postgres that always are. */
    static boolean isDumped(Pair pair) {
        return Math.floorMod(pair.name().hashCode(), DUMPED) == 0;
    }

    static List<Integer> majors() {
        return MAJORS;
    }

    List<Pair> on(int major) {
        return possible(major).filter(pair -> isChosen(pair, major)).toList();
    }

    /** One line about what runs and what does not. */
    String summary(int major) {
        long possible = possible(major).count();
        int chosen = on(major).size();
        return "corpus on " + major + ": " + chosen + " cases, " + (all.size() - possible) + " need another major, "
                + (possible - chosen) + " are left to longer runs";
    }

    private Stream<Pair> possible(int major) {
        return all.stream().filter(pair -> Majors.of(pair).include(major));
    }

    private static boolean isChosen(Pair pair, int major) {
        int first = MAJORS.get(0);
        return major == first || !Majors.of(pair).include(first)
                || Math.floorMod(pair.name().hashCode() + major, SHARE) == 0;
    }
}
