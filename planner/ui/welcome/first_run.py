"""FirstRun: the welcome and the tour over one window, and what their answers change."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from planner import paths
from planner.papers.profiles import all_profiles
from planner.ui.main_frame import MainFrame
from planner.ui.preferences import Preferences
from planner.ui.welcome.answers import Answers
from planner.ui.welcome.tour import Sight, Tour
from planner.ui.welcome.welcome_dialog import WelcomeDialog


class FirstRun(QObject):
    """Asks once; what was answered so far outlives a window that is made anew."""

    sample_asked = Signal()

    def __init__(self, frame: MainFrame, preferences: Preferences) -> None:
        super().__init__(frame)
        self._frame = frame
        self._preferences = preferences
        self.dialog: WelcomeDialog | None = None
        self.tour: Tour | None = None
        self._is_awaited = False  # the sample, after which one is shown round

    @property
    def asking(self) -> Answers | None:
        """The answers so far, where one is being asked."""
        return self.dialog.answers if self.dialog is not None else None

    def welcome(self, answers: Answers | None = None) -> None:
        worn = self._preferences.settings
        so_far = answers or Answers(worn.agency, worn.profile)
        profiles = all_profiles(paths.profiles_path())
        dialog = WelcomeDialog(worn.language, profiles, so_far, self._frame)
        dialog.language_chosen.connect(lambda key: self._preferences.change(language=key))
        dialog.answered.connect(self._on_answered)
        dialog.left.connect(self._on_left)
        self.dialog = dialog
        dialog.open()

    def take_tour(self) -> None:
        """Over whatever stands in the window now."""
        if self.tour is None:
            self.tour = Tour(self._sights(), self._frame)
            self.tour.left.connect(self._on_tour_left)
            self.tour.begin()

    def show_round(self) -> None:
        """The sample is there that was asked for at the welcome."""
        if self._is_awaited:
            self._is_awaited = False
            self.take_tour()

    def _on_answered(self, answers: Answers) -> None:
        self._keep(answers)
        if answers.with_sample:
            self._is_awaited = True
            self.sample_asked.emit()
        else:
            self.take_tour()

    def _on_left(self, answers: Answers) -> None:
        self._keep(replace(answers, with_sample=False))

    def _keep(self, answers: Answers) -> None:
        self.dialog = None
        self._preferences.change(agency=answers.agency, profile=answers.profile, is_welcomed=True)

    def _on_tour_left(self) -> None:
        self.tour = None

    def _sights(self) -> list[Sight]:
        frame, sidebar = self._frame, self._frame.sidebar
        return [
            Sight(
                lambda: sidebar.search,
                self.tr("Find and do"),
                self.tr(
                    "Ctrl K finds every person, stop, finding and paper by any character, and "
                    "runs every act by its name."
                ),
            ),
            Sight(
                lambda: sidebar.delegation,
                self.tr("The delegation in hand"),
                self.tr(
                    "Its itinerary, seminar, outcomes, photos, report and background stand below; "
                    "the Go menu names their keys."
                ),
            ),
            Sight(
                lambda: frame.pages,
                self.tr("One page, one thing"),
                self.tr(
                    "What is missing is drawn as a red hole with the act that fills it. Arrows "
                    "move, Enter opens, F6 goes from part to part of the window."
                ),
            ),
            Sight(
                lambda: frame.header.undo,
                self.tr("Never fear a click"),
                self.tr(
                    "Everything is stored at once and can be taken back with Ctrl Z, by its "
                    "name, also tomorrow."
                ),
            ),
            Sight(
                lambda: frame.status.hints,
                self.tr("Keys and help"),
                self.tr(
                    "The keys of what you are doing stand here. F1 opens the help of the page "
                    "in front; this tour is in the Help menu."
                ),
            ),
        ]
