"""Five deadline variables in openfisca-core over the same start days; the calendar is numpy's, as its users do.

Called with a file of days (from 2010-01-01); prints the median seconds as JSON. Exit 3: not installed.
"""

from __future__ import annotations

import json
import sys
import time
from statistics import median

import numpy as np

try:
    import holidays
    from openfisca_core.entities import Entity
    from openfisca_core.periods import DateUnit
    from openfisca_core.simulations import SimulationBuilder
    from openfisca_core.taxbenefitsystems import TaxBenefitSystem
    from openfisca_core.variables import Variable
except ImportError:
    sys.exit(3)

ZAAK = Entity("zaak", "zaken", "Een zaak", "")
VRIJ = np.array(
    sorted(holidays.country_holidays("NL", years=range(2010, 2035), categories=("public", "optional"))), "datetime64[D]"
)


class begin(Variable):
    value_type, entity, definition_period, label = int, ZAAK, DateUnit.MONTH, "dag van de melding"


def termijn(weken: int) -> type[Variable]:
    def formula(zaak: object, period: object) -> object:
        dagen = zaak("begin", period).astype("datetime64[D]") + 7 * weken  # type: ignore[operator]
        return np.busday_offset(dagen, 0, roll="forward", holidays=VRIJ).astype(np.int64)

    velden = {
        "value_type": int,
        "entity": ZAAK,
        "definition_period": DateUnit.MONTH,
        "label": "einde",
        "formula": formula,
    }
    return type(f"einde_{weken}", (Variable,), velden)


def main() -> None:
    dagen = np.load(sys.argv[1]).astype(np.int64) + 14610
    stelsel = TaxBenefitSystem([ZAAK])
    soorten = [begin, *(termijn(weken) for weken in (1, 2, 4, 6, 8))]
    for soort in soorten:
        stelsel.add_variable(soort)
    duren = []
    for _ in range(5):
        simulatie = SimulationBuilder().build_default_simulation(stelsel, count=len(dagen))
        simulatie.set_input("begin", "2026-01", dagen)
        start = time.perf_counter()
        for soort in soorten[1:]:
            simulatie.calculate(soort.__name__, "2026-01")
        duren.append(time.perf_counter() - start)
    print(json.dumps({"vijf": median(duren)}))


main()
