"""How grave a notice is, as shape and pigment."""

from planner.rules.notice import Severity
from planner.ui.appearance import Pigment
from planner.ui.icons import Icon

SEVERITIES = {
    Severity.MUST: (Icon.MUST, Pigment.CINNABAR),
    Severity.SHOULD: (Icon.WARNING, Pigment.GAMBOGE),
    Severity.HINT: (Icon.INFO, Pigment.INK2),
}
