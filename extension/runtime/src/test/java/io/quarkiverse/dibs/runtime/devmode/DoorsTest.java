package io.quarkiverse.dibs.runtime.devmode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

/** Which start of the application answers, over a reload. */
class DoorsTest {

    private final Doors doors = new Doors();

    @Test
    void aStartAnswersUntilItEndsAndNeverAgain() {
        int first = doors.next();
        doors.open();
        assertThat(doors.enter(first)).isTrue();
        doors.leave();
        doors.close();
        assertThat(doors.enter(first)).isFalse();
        int second = doors.next();
        doors.open();
        assertThat(doors.enter(first)).isFalse();
        assertThat(doors.enter(second)).isTrue();
    }

    @Test
    void whoCameTooLateHearsOfTheNextStartOnce() {
        int first = doors.next();
        doors.open();
        doors.close();
        List<String> heard = new ArrayList<>();
        doors.await(first, () -> heard.add("waited"));
        assertThat(heard).isEmpty();
        doors.open();
        doors.open();
        doors.await(first, () -> heard.add("came late"));
        assertThat(heard).containsExactly("waited", "came late");
    }

    @Test
    void aStartThatFailsLeavesItsNumberToTheNext() {
        doors.open();
        doors.close();
        int failed = doors.next();
        int next = doors.next();
        doors.open();
        assertThat(next).isEqualTo(failed);
        assertThat(doors.enter(next)).isTrue();
    }

    @Test
    void theEndWaitsForWhoIsWithin() throws InterruptedException {
        int first = doors.next();
        doors.open();
        doors.enter(first);
        Thread end = new Thread(doors::close);
        end.start();
        while (doors.enter(first)) {
            doors.leave();
        }
        doors.leave();
        end.join();
        assertThat(doors.enter(first)).isFalse();
    }
}
