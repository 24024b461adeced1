package io.quarkiverse.dibs.cli.tui.state;

import java.util.List;
import java.util.Optional;

import io.quarkiverse.dibs.cli.tui.text.Styled;

/** What a row stands for: it tells what there is to know of it, and where it is written. */
public interface Item {

    List<Styled> detail();

    Optional<Place> place();
}
