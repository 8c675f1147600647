"""Packages: what could be agreed on.

In comes a case, or bare utilities by issue; out come the feasible packages under
exclusions and red lines, the zone of agreement against each party's alternative, the
efficient packages, what four rules of fairness choose, and where the zone is empty the
packages that miss it least and the demands that stand in the way.

Values add up over issues, so the efficient set is built issue by issue and pruned each
time (raiffa1982 for the notions; nash1950, kalai1975, kalai1977 for the rules). Issues
that a demand or an exclusion joins are looked through together. Where only demands and
orders are known, no rule of fairness is applied.

Limits: values do not interact between issues; issues joined to more than 200,000
combinations, or more than 4,000 efficient points of three or more parties, are refused.
Packages are compared, not lotteries over them.
"""

from accord.solve.packages.answer import find_packages
from accord.solve.packages.bargaining import Bargain, read_bargain, solve_bargain
from accord.solve.packages.records import PackageReport

__all__ = [
    "Bargain",
    "PackageReport",
    "find_packages",
    "read_bargain",
    "solve_bargain",
]
