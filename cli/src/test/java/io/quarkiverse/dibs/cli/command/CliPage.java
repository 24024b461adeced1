package io.quarkiverse.dibs.cli.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The reference of the command line, written from what the commands declare. */
final class CliPage {

    private static final String INTRODUCTION = """
            = The command line

            Results go to standard output, everything else to standard error. On a terminal lines are as wide as the terminal, kinds of changes
            have colours (`NO_COLOR` turns them off), long work shows how far it is, and a last line says what comes next. In a pipe or a file
            nothing of that is written.

            `dibs` alone opens xref:tui.adoc[the screens], in a workspace and on a terminal; elsewhere it prints its help. This page is written from the
            commands by their build.

            """;
    private static final String EXIT_STATUS = """

            == Exit status

            [cols="1,5"]
            |===
            |Status |Meaning

            |0 |done, or in sync
            |1 |something differs or is pending (`dibs check`, `dibs diff --exit-code`, `dibs validate`)
            |2 |wrong arguments or configuration
            |3 |the db module does not build, or an entity or migration says something that cannot be
            |4 |the server cannot be reached or refuses the login
            |5 |a statement or a migration failed
            |6 |refused: consent is missing, migrations are pending, a plan is stale, the lock is held
            |7 |nobody knows whether the last transaction was committed
            |70 |a defect of dibs
            |130 |interrupted
            |===
            """;

    private CliPage() {
    }

    static String of(CommandLine dibs) {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        CommandLine any = dibs.getSubcommands().get("diff");
        Set<String> shared = any.getCommandSpec().mixins().values().stream()
                .filter(mixin -> mixin.userObject() instanceof GlobalOptions).flatMap(mixin -> mixin.options().stream())
                .map(OptionSpec::longestName).collect(Collectors.toCollection(TreeSet::new));
        page.append("== Options of all commands\n\n");
        table(page, any.getCommandSpec().options().stream().filter(option -> shared.contains(option.longestName())).toList(),
                List.of());
        dibs.getSubcommands().values().forEach(command -> command(page, command, shared));
        return page.append(EXIT_STATUS).toString();
    }

    private static void command(StringBuilder page, CommandLine line, Set<String> shared) {
        CommandSpec spec = line.getCommandSpec();
        page.append("\n== `").append(spec.qualifiedName()).append("`\n\n");
        page.append(escaped(String.join(" ", spec.usageMessage().description()))).append('\n');
        List<OptionSpec> options = spec.options().stream()
                .filter(option -> !option.hidden() && !shared.contains(option.longestName())).toList();
        List<PositionalParamSpec> parameters = spec.positionalParameters().stream().filter(given -> !given.hidden()).toList();
        if (!options.isEmpty() || !parameters.isEmpty()) {
            page.append('\n');
            table(page, options, parameters);
        }
        line.getSubcommands().values().forEach(below -> command(page, below, shared));
    }

    private static void table(StringBuilder page, List<OptionSpec> options, List<PositionalParamSpec> parameters) {
        page.append("[cols=\"2,5\"]\n|===\n|Name |Meaning\n\n");
        for (PositionalParamSpec parameter : parameters) {
            row(page, List.of(parameter.paramLabel()), "", parameter);
        }
        for (OptionSpec option : options) {
            String value = option.typeInfo().isBoolean() && option.arity().max() == 0 ? "" : " " + option.paramLabel();
            row(page, List.of(option.names()), value, option);
        }
        page.append("|===\n");
    }

    private static void row(StringBuilder page, List<String> names, String value, ArgSpec argument) {
        List<String> shown = new ArrayList<>();
        names.forEach(name -> shown.add("`" + name + value + "`"));
        page.append('|').append(String.join(", ", shown)).append(" |")
                .append(escaped(String.join(" ", argument.description())))
                .append(argument.required() && argument.group() == null ? " (required)" : "")
                .append('\n');
    }

    private static String escaped(String text) {
        // the library ends lines as a format does
        return text.replace("%n", "").replace("|", "\\|");
    }
}
