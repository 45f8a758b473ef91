"""pm4py on the first cases: DECLARE conformance and the temporal profile, in a process of its own.

Called with a parquet file and the pairs (start, act); prints the seconds of each check as JSON. Exit 3: not installed.
"""

from __future__ import annotations

import json
import sys
import time
import warnings

warnings.simplefilter("ignore")
try:
    import pandas as pd
    import pm4py
except ImportError:
    sys.exit(3)


def main() -> None:
    pad, paren = sys.argv[1], [tuple(paar) for paar in json.loads(sys.argv[2])]
    log = pd.read_parquet(pad)
    log["datum"] = pd.to_datetime(log["datum"], utc=True)
    log = pm4py.format_dataframe(log, case_id="zaak", activity_key="soort", timestamp_key="datum")
    model = {"response": {paar: {"support": 1, "confidence": 1} for paar in paren}}
    profiel = dict.fromkeys(paren, (10 * 86400.0, 5 * 86400.0))
    duren = {}
    for naam, functie in (
        ("DECLARE", lambda: pm4py.conformance_declare(log, model)),
        ("tijdprofiel", lambda: pm4py.conformance_temporal_profile(log, profiel, zeta=1.0)),
    ):
        begin = time.perf_counter()
        functie()
        duren[naam] = time.perf_counter() - begin
    print(json.dumps(duren))


main()
