package io.quarkiverse.dibs.plan;

import java.util.List;

import io.quarkiverse.dibs.schema.EventTrigger;
import io.quarkiverse.dibs.schema.ObjectKind;
import io.quarkiverse.dibs.schema.Trigger;

/**
 * An event trigger watches the very statements of a plan. One that goes is wished away before them, one that comes is wished
 * behind them: a guard that refuses them would stop the plan that it is a part of.
 */
final class EventTriggersApart {

    private EventTriggersApart() {
    }

    static void order(List<Action> actions) {
        for (Action watching : actions) {
            if (watching.id.kind() != ObjectKind.EVENT_TRIGGER || watching.type == Action.Type.RENAME) {
                continue;
            }
            boolean watches = watching.after instanceof EventTrigger trigger && trigger.enabled() != Trigger.Enabled.DISABLED;
            for (Action action : actions) {
                if (action.id.root().kind() == ObjectKind.EVENT_TRIGGER) {
                    continue;
                }
                if (watches) {
                    watching.wishes(action);
                } else {
                    action.wishes(watching);
                }
            }
        }
    }
}
