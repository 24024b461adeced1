package io.quarkiverse.dibs.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.quarkiverse.dibs.diff.Aspect;
import io.quarkiverse.dibs.schema.Expression;
import io.quarkiverse.dibs.schema.ObjectId;
import io.quarkiverse.dibs.schema.Publication;

/** SQL for publications. Members are added one by one, which Postgres 14 takes as well as later ones. */
final class PublicationSql implements KindSql<Publication> {

    private static final Pattern TABLE = Pattern
            .compile("TABLE (\"([^\"]|\"\")++\"|[^\\s.(]+)(\\.(\"([^\"]|\"\")++\"|[^\\s(]+))?");

    @Override
    public List<String> create(Publication publication, WriteContext context) {
        List<String> statements = new ArrayList<>(List.of("CREATE " + ObjectNames.of(publication.id())
                + (publication.allTables() ? " FOR ALL TABLES" : "")
                + (publication.options().isEmpty() ? "" : " WITH " + parameters(publication.options()))));
        publication.members().forEach(member -> statements.add(ObjectNames.alter(publication.id()) + " ADD " + read(member)));
        return statements;
    }

    @Override
    public List<String> drop(Publication publication, WriteContext context) {
        return List.of("DROP " + ObjectNames.of(publication.id()));
    }

    @Override
    public List<String> rename(Publication from, ObjectId to, WriteContext context) {
        return ObjectNames.rename(from.id(), to);
    }

    @Override
    public List<String> alter(Publication from, Publication to, Aspect aspect, WriteContext context) {
        String alter = ObjectNames.alter(to.id());
        return switch (aspect) {
            case PUBLICATION_MEMBERS -> memberChange(alter, from.members(), to.members());
            case PUBLICATION_OPTIONS -> List.of(alter + " SET " + parameters(options(from, to)));
            default -> KindSql.cannotAlter(from, aspect);
        };
    }

    /** A member whose columns or condition change is a member that goes and one that comes. */
    private static List<String> memberChange(String alter, List<String> from, List<String> to) {
        List<String> statements = new ArrayList<>();
        from.stream().filter(member -> !to.contains(member))
                .forEach(member -> statements.add(alter + " DROP " + withoutDetail(member)));
        to.stream().filter(member -> !from.contains(member))
                .forEach(member -> statements.add(alter + " ADD " + read(member)));
        return statements;
    }

    /** The member with its condition as Postgres has to read it. */
    private static String read(String member) {
        return only(new Expression(member).sqlToRead());
    }

    /** DROP takes a table without its column list and condition. */
    private static String withoutDetail(String member) {
        Matcher matcher = TABLE.matcher(member);
        return only(matcher.lookingAt() ? matcher.group() : member);
    }

    /** Tables that inherit from it are members of their own, or none. */
    private static String only(String member) {
        return member.startsWith("TABLE ") ? "TABLE ONLY " + member.substring("TABLE ".length()) : member;
    }

    /** An empty value is one, too: {@code publish = ''} publishes nothing. */
    private static String parameters(SortedMap<String, String> options) {
        return options.entrySet().stream()
                .map(option -> Identifiers.quote(option.getKey()) + "=" + Literals.bare(option.getValue()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** What is no longer said goes back to its default. */
    private static SortedMap<String, String> options(Publication from, Publication to) {
        SortedMap<String, String> options = new TreeMap<>(to.options());
        options.entrySet().removeIf(option -> option.getValue().equals(from.options().get(option.getKey())));
        for (String gone : from.options().keySet()) {
            if (!to.options().containsKey(gone)) {
                options.put(gone, switch (gone) {
                    case "publish" -> "insert, update, delete, truncate";
                    case "publish_generated_columns" -> "none";
                    default -> "false";
                });
            }
        }
        return options;
    }
}
