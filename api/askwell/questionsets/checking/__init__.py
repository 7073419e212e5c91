"""Everything that is wrong with a draft, at once: `check(draft)`.

pyxform stops at its first error and words it for people who know XForms. So our own checks come first, sheet by sheet;
what pyxform and the compiler find beyond them is added, and what they say again is left out.
"""

from dataclasses import dataclass
from itertools import chain

from askwell.questionsets.checking.choices import check_choices
from askwell.questionsets.checking.expressions import check_expressions
from askwell.questionsets.checking.form import Form
from askwell.questionsets.checking.media import check_media
from askwell.questionsets.checking.own_columns import check_own_columns
from askwell.questionsets.checking.scales import check_scales
from askwell.questionsets.checking.structure import check_structure
from askwell.questionsets.checking.translations import check_translations
from askwell.questionsets.compiling import Compiled, compile_draft
from askwell.questionsets.faults import DraftFault, errors_of, in_order
from askwell.questionsets.media.medium import NO_MEDIA, Media
from askwell.questionsets.rows import Draft

__all__ = ["Checked", "check"]

CHECKS = (
    check_structure,
    check_choices,
    check_expressions,
    check_translations,
    check_media,
    check_own_columns,
    check_scales,
)


@dataclass(frozen=True, slots=True)
class Checked:
    """The faults in the order of the workbook, and what was compiled meanwhile."""

    faults: list[DraftFault]
    compiled: Compiled

    @property
    def ok(self) -> bool:
        """Whether it can be published; warnings do not stand in the way."""
        return not errors_of(self.faults)


def check(draft: Draft, media: Media = NO_MEDIA) -> Checked:
    """Check a draft and its media from every side; never raises, whatever the rows hold."""
    form = Form(draft, media)
    ours = list(chain.from_iterable(check_part(form) for check_part in CHECKS))
    compiled = compile_draft(draft, media)
    return Checked(in_order([*ours, *_beyond(ours, compiled.faults)]), compiled)


def _beyond(ours: list[DraftFault], theirs: list[DraftFault]) -> list[DraftFault]:
    """Leave out what we said in our own words: beside an error of ours, errors of the same row or of no row at all."""
    wrong = {(fault.sheet, fault.row) for fault in errors_of(ours)}
    said = {(fault.sheet, fault.row) for fault in ours}
    return [
        fault
        for fault in theirs
        if not (fault.level == "error" and wrong and (fault.row is None or (fault.sheet, fault.row) in wrong))
        and not (fault.level == "warning" and (fault.sheet, fault.row) in said)
    ]
