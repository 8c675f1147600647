"""The rules keep every law of the Tagger port."""

from accord.attribute import RuleTagger
from accord.testing.contracts import TaggerContract


class TestRules(TaggerContract):
    def make_tagger(self) -> RuleTagger:
        return RuleTagger()
